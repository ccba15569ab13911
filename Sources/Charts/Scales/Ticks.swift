// Round values along an axis. Each is an integer index times a step, so that no sum drifts.

/// Evenly spaced round values: steps of 1, 2, 2.5 or 5 times a power of ten.
struct Ticks: Sendable {
    /// The step in tenths of a power of ten: 10, 20, 25 or 50.
    private let mantissa: Int
    /// The step is `mantissa` × 10^`exponent`.
    private let exponent: Int
    let indices: ClosedRange<Int>

    /// Ticks inside the domain, about `count` of them (between half and double that); `covering` adds one at either end so that all of it lies between two ticks.
    init(_ domain: ClosedRange<Double>, count: Int, covering: Bool = false) {
        var low = domain.lowerBound
        var high = domain.upperBound
        // One value has no span of its own: a span of its own size around it makes the ticks round numbers near it.
        if !(high > low) || !(high - low).isFinite || high - low < max(abs(low), abs(high)) * 1e-12 {
            let margin = max(abs(low), abs(high)) * 0.5
            (low, high) = margin > 0 && margin.isFinite ? (low - margin, high + margin) : (0, 1)
        }
        let rough = (high - low) / Double(max(count, 1))
        let power = decimalExponent(of: rough)
        let lead = scaled(rough, by: -power)
        let choice = lead <= 1 ? 10 : lead <= 2 ? 20 : lead <= 2.5 ? 25 : lead <= 5 ? 50 : 100
        (mantissa, exponent) = choice == 100 ? (10, power) : (choice, power - 1)
        let step = scaled(Double(mantissa), by: exponent)
        // A tick that rounding puts a hair outside still counts.
        let first = low / step
        let last = high / step
        let from = covering ? (first + 1e-9).rounded(.down) : (first - 1e-9).rounded(.up)
        let to = covering ? (last - 1e-9).rounded(.up) : (last + 1e-9).rounded(.down)
        // More ticks than asked for many times over means that the step is too small for these numbers to count.
        guard from.isFinite, to.isFinite, abs(from) < 1e15, to - from <= Double(10 * count + 10) else {
            indices = 0...0
            return
        }
        indices = Int(from)...max(Int(from), Int(to))
    }

    var step: Double { scaled(Double(mantissa), by: exponent) }
    var values: [Double] { indices.map(value) }
    func value(_ index: Int) -> Double { scaled(Double(index * mantissa), by: exponent) }
    var span: ClosedRange<Double> { value(indices.lowerBound)...value(indices.upperBound) }

    /// How many decimals the labels need.
    var decimals: Int { decimals(inPowersOf: 0) }

    /// How many decimals labels in units of 10^`power` need: three for a step of 2000 in millions.
    func decimals(inPowersOf power: Int) -> Int { max(0, power - (mantissa % 10 == 0 ? exponent + 1 : exponent)) }
}

/// The power of ten of the first digit: 0 for 1…9.99, 3 for 1000, −1 for 0.25; 0 for zero. By steps: logarithms differ between machines.
func decimalExponent(of value: Double) -> Int {
    var rest = abs(value)
    guard rest > 0, rest.isFinite else { return 0 }
    var exponent = 0
    while rest >= 10 {
        rest /= 10
        exponent += 1
    }
    while rest < 1, exponent > -320 {
        rest *= 10
        exponent -= 1
    }
    return exponent
}

/// value × 10^exponent; negative powers divide, which rounds once: 3 tenths are 0.3 and not 0.30000000000000004.
func scaled(_ value: Double, by exponent: Int) -> Double {
    // 10^300 is still a number; what lies beyond goes in two steps.
    if abs(exponent) > 300 {
        return scaled(scaled(value, by: exponent > 0 ? 300 : -300), by: exponent > 0 ? exponent - 300 : exponent + 300)
    }
    var factor = 1.0
    for _ in 0..<abs(exponent) { factor *= 10 }
    return exponent < 0 ? value / factor : value * factor
}
