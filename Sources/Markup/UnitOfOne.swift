// What a unit is called after 1: 1 persoon, 1 week. Units are words of authors, so only words that are listed here change.

/// The unit for one of its kind: *persoon* for *personen*, also *persoon per week*; a word that is not known stays as it is.
public func unitOfOne(_ unit: String) -> String {
    let first = unit.prefix { $0 != " " }
    let rest = unit.dropFirst(first.count)
    // *gezinnen of kinderen* names two things.
    if ["of", "en", "or", "and"].contains(String(rest.dropFirst().prefix { $0 != " " })) { return unit }
    if let one = singulars[String(first)] { return one + rest }
    // A unit that is written with a capital keeps it.
    if let one = singulars[first.prefix(1).lowercased() + first.dropFirst()] {
        return one.prefix(1).uppercased() + one.dropFirst() + rest
    }
    return unit
}

private let singulars: [String: String] = {
    let pairs = """
        personen persoon, mensen mens, deelnemers deelnemer, deelneemsters deelneemster, cliënten cliënt, patiënten patiënt,
        inwoners inwoner, bewoners bewoner, gezinnen gezin, huishoudens huishouden, kinderen kind, jongeren jongere, jeugdigen jeugdige,
        ouderen oudere, volwassenen volwassene, ouders ouder, moeders moeder, vaders vader, vrouwen vrouw, mannen man, meisjes meisje,
        jongens jongen, baby's baby, leerlingen leerling, studenten student, professionals professional, medewerkers medewerker,
        vrijwilligers vrijwilliger, mantelzorgers mantelzorger, hulpverleners hulpverlener, huisartsen huisarts, respondenten respondent,
        overledenen overledene, slachtoffers slachtoffer, bezoekers bezoeker, leden lid, bijeenkomsten bijeenkomst, sessies sessie,
        trainingen training, workshops workshop, cursussen cursus, lessen les, gesprekken gesprek, contacten contact, bezoeken bezoek,
        huisbezoeken huisbezoek, consulten consult, meldingen melding, verwijzingen verwijzing, aanvragen aanvraag, opnamen opname,
        opnames opname, behandelingen behandeling, trajecten traject, plannen plan, projecten project, interventies interventie,
        activiteiten activiteit, initiatieven initiatief, acties actie, maatregelen maatregel, organisaties organisatie, partners partner,
        partijen partij, aanbieders aanbieder, praktijken praktijk, instellingen instelling, scholen school, teams team, groepen groep,
        wijken wijk, buurten buurt, gemeenten gemeente, gebieden gebied, steden stad, dorpen dorp, straten straat, locaties locatie,
        woningen woning, adressen adres, plaatsen plaats, bedden bed, punten punt, pagina's pagina, rijen rij, regels regel, thema's thema,
        doelen doel, stappen stap, soorten soort, verschillen verschil, vragen vraag, antwoorden antwoord, observaties observatie,
        interviews interview, incidenten incident, klachten klacht, dagen dag, weken week, maanden maand, kwartalen kwartaal, jaren jaar,
        uren uur, minuten minuut, seconden seconde, dagdelen dagdeel, meters meter, kilometers kilometer, stuks stuk,
        people person, persons person, participants participant, clients client, patients patient, inhabitants inhabitant,
        residents resident, families family, households household, children child, adults adult, parents parent, women woman, men man,
        girls girl, boys boy, babies baby, pupils pupil, students student, employees employee, volunteers volunteer, carers carer,
        respondents respondent, victims victim, visitors visitor, members member, sessions session, meetings meeting, trainings training,
        courses course, lessons lesson, conversations conversation, visits visit, consultations consultation, reports report,
        referrals referral, requests request, admissions admission, treatments treatment, plans plan, projects project,
        interventions intervention, activities activity, initiatives initiative, actions action, measures measure,
        organisations organisation, parties party, providers provider, practices practice, schools school, groups group,
        neighbourhoods neighbourhood, districts district, municipalities municipality, areas area, cities city, villages village,
        streets street, locations location, homes home, addresses address, places place, beds bed, points point, pages page, rows row,
        lines line, themes theme, goals goal, steps step, kinds kind, differences difference, questions question, answers answer,
        observations observation, incidents incident, complaints complaint, days day, weeks week, months month, quarters quarter,
        years year, hours hour, minutes minute, seconds second, metres metre, kilometres kilometre, pieces piece
        """
    var singulars: [String: String] = [:]
    for pair in pairs.split(separator: ",") {
        let words = pair.split { $0 == " " || $0 == "\n" }
        if words.count == 2 { singulars[String(words[0])] = String(words[1]) }
    }
    return singulars
}()
