package org.tongban.bench.row;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Client;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.row.Drafts.Draft;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.core.identifier.Folding;

/** Submissions, each of another draft. */
final class Submit implements Row {
    private static final int DRAFTS = 40_000;
    private static final int FEW = 6_000;

    @Override
    public String id() {
        return "PE-4";
    }

    @Override
    public String what() {
        return "submission of a filing (full validation, case, audit, messages) against the bare endpoint running the"
                + " same statements in one transaction";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.large();
        stack.restServers();
        try (var drafts = Drafts.make(stack, bench.isBrief() ? FEW : DRAFTS)) {
            var token = Api.signIn(stack, "filing-unit", "unit-a");
            var platform = stack.platform().port();
            var all = drafts.all();
            var first = all.getFirst();
            var second = all.get(1);
            submit(platform, token, first);
            var api = new Api(platform);
            StatementLog.capture(
                    stack,
                    "submit",
                    second.id().toString(),
                    Map.of(
                            second.file().toString(),
                            "${file}",
                            second.proof().toString(),
                            "${proof}",
                            Folding.name(second.model()),
                            "${textmodel}"),
                    () -> api.call("POST", path(second), token, "application/json", new byte[0], 200));
            int half = all.size() / 2;
            var result = Duel.run(
                    each(platform, all.subList(2, half), draft -> post(path(draft), token)),
                    each(
                            stack.bare().port(),
                            all.subList(half, all.size()),
                            draft -> post(
                                    "/replay/submit/" + draft.id() + "?file=" + draft.file() + "&proof="
                                            + draft.proof(),
                                    null)),
                    bench.rules());
            return List.of(
                    Figure.throughput("submissions", result, "/s", 0.7),
                    Figure.beside(
                            "p99 of them",
                            Figure.number(result.millis(99)) + " ms",
                            Figure.number(result.referenceMillis(99)) + " ms",
                            Figure.ratio(result.millis(99) / result.referenceMillis(99))));
        }
    }

    private static void submit(int port, String token, Draft draft) {
        new Api(port).call("POST", path(draft), token, "application/json", new byte[0], 200);
    }

    private static String path(Draft draft) {
        return Api.FILING + "/products/" + draft.id() + "/submit";
    }

    private static byte[] post(String path, @org.jspecify.annotations.Nullable String token) {
        return Exchange.request("POST", path, token, "application/json", "", new byte[0]);
    }

    /** Every draft once, by whichever client comes first. */
    private static Client.Factory each(int port, List<Draft> drafts, Function<Draft, byte[]> request) {
        var next = new AtomicInteger();
        return number -> {
            var exchange = new Exchange(port);
            return turn -> {
                int place = next.getAndIncrement();
                if (place >= drafts.size()) {
                    throw new BenchFailed("There are too few drafts for so fast a machine.");
                }
                if (exchange.send(request.apply(drafts.get(place))) != 200) {
                    throw new BenchFailed(exchange.text());
                }
                return true;
            };
        };
    }
}
