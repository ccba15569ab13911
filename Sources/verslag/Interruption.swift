// What Ctrl-C, a terminal that is closed and `kill` do: the work is cancelled, removes what it had begun and ends the programs that it
// started; then the command ends as that signal ends any other.
import Dispatch
import Foundation
import Synchronization

/// Runs `work`, and cancels it on SIGINT, SIGTERM and SIGHUP. Work that was done all the same is done: its answer counts.
func interruptible(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let received = Received()
    // Who started the command may have asked to ignore one of them (nohup).
    let sources = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }.map { number in
        // A handler and not SIG_IGN: programs that are started inherit what is ignored.
        signal(number) { _ in }
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            received.number.withLock { $0 = $0 ?? number }
            task.cancel()
        }
        source.resume()
        return source
    }
    let result = await task.result
    for source in sources { source.cancel() }
    if case .failure = result, let number = received.number.withLock({ $0 }) {
        signal(number, SIG_DFL)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
    }
    try result.get()
}

/// The first signal that came.
private final class Received: Sendable {
    let number = Mutex<Int32?>(nil)
}

private func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
