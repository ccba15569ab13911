// Holds PDF files against the rules of veraPDF, for pdf.py. Java runs this source as it is, nothing is compiled beforehand:
//
//   java -cp <jars> PdfRules.java ua1,3a FILE.pdf …
//
// Prints one line of tab-separated words for each file and standard: "passed", standard, file, number of checks; or
// "failed" with, instead of the number, what is wrong, in as many words as there are broken rules.
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

class PdfRules {
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (int file = 1; file < arguments.length; file++) {
            for (String standard : arguments[0].split(",")) {
                System.out.println(verdict(standard, arguments[file]));
            }
        }
    }

    static String verdict(String standard, String file) {
        var flavour = PDFAFlavour.fromString(standard);
        if (flavour == PDFAFlavour.NO_FLAVOUR) return String.join("\t", "failed", standard, file, "no such standard");
        try (var parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                return String.join("\t", "passed", standard, file, String.valueOf(result.getTotalAssertions()));
            }
            return String.join("\t", "failed", standard, file) + broken(result);
        } catch (Exception problem) {
            return String.join("\t", "failed", standard, file, "cannot be read: " + oneLine(problem.toString()));
        }
    }

    /** Every broken rule once: its clause, how often, its message and where it was broken first. */
    static String broken(ValidationResult result) {
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) first.putIfAbsent(assertion.getRuleId(), assertion);
        }
        var text = new StringBuilder();
        first.forEach((rule, assertion) -> text.append('\t').append(rule.getClause()).append('-').append(rule.getTestNumber())
            .append(" (").append(result.getFailedChecks().getOrDefault(rule, 1)).append(" ×) ")
            .append(oneLine(assertion.getMessage())).append(" at ").append(oneLine(assertion.getLocation().getContext())));
        return text.toString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
