package org.tongban.bench.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Client;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.row.Drafts.Draft;
import org.tongban.bench.stack.BenchFailed;

/** Saves of a draft's product part. */
final class SaveDraft implements Row {
    /** Each client has drafts of its own, as units have. */
    private static final int EACH = 4;

    @Override
    public String id() {
        return "PE-3";
    }

    @Override
    public String what() {
        return "save of a draft (validation, optimistic lock, audit) against the bare endpoint running the same"
                + " statements in one transaction";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.large();
        stack.restServers();
        int clients = bench.rules().clients();
        try (var drafts = Drafts.make(stack, 2 * clients * EACH)) {
            var token = Api.signIn(stack, "filing-unit", "unit-a");
            var platform = stack.platform().port();
            var first = drafts.all().getFirst();
            var api = new Api(platform);
            // The second save: the first one of a fresh server prepares what the others find.
            api.put(path(first), token, first.document());
            StatementLog.capture(
                    stack,
                    "draft",
                    first.id().toString(),
                    Map.of(first.file().toString(), "${file}"),
                    () -> api.put(path(first), token, first.document()));
            var measured = drafts.all().subList(0, clients * EACH);
            var referred = drafts.all().subList(clients * EACH, 2 * clients * EACH);
            var result = Duel.run(
                    number -> new Saver(platform, token, measured.subList(number * EACH, (number + 1) * EACH)),
                    replays(stack.bare().port(), referred),
                    bench.rules());
            return List.of(
                    Figure.throughput("saves of a draft", result, "/s", 0.7),
                    Figure.beside(
                            "p99 of them",
                            Figure.number(result.millis(99)) + " ms",
                            Figure.number(result.referenceMillis(99)) + " ms",
                            Figure.ratio(result.millis(99) / result.referenceMillis(99))));
        }
    }

    private static String path(Draft draft) {
        return Api.FILING + "/products/" + draft.id() + "/product";
    }

    private static Client.Factory replays(int port, List<Draft> drafts) {
        var requests = drafts.stream()
                .map(draft -> Exchange.request(
                        "POST",
                        "/replay/draft/" + draft.id() + "?file=" + draft.file(),
                        null,
                        "application/json",
                        "",
                        draft.document()))
                .toList();
        return number -> {
            var exchange = new Exchange(port);
            return turn -> {
                expect(exchange, exchange.send(requests.get(number * EACH + turn % EACH)));
                return true;
            };
        };
    }

    private static void expect(Exchange exchange, int status) {
        if (status != 200) {
            throw new BenchFailed(status + " instead of 200: " + exchange.text());
        }
    }

    /** Saves its drafts in turn, each under the ETag of its last answer. */
    private static final class Saver implements Client {
        private final Exchange exchange;
        private final String token;
        private final List<Draft> drafts;
        private final @Nullable String[] etags = new @Nullable String[EACH];

        Saver(int port, String token, List<Draft> drafts) throws Exception {
            this.exchange = new Exchange(port);
            this.token = token;
            this.drafts = drafts;
        }

        @Override
        public boolean once(int turn) throws Exception {
            int place = turn % EACH;
            var draft = drafts.get(place);
            var etag = etags[place] == null ? "*" : etags[place];
            expect(
                    exchange,
                    exchange.send(Exchange.request(
                            "PUT",
                            path(draft),
                            token,
                            "application/json",
                            "If-Match: " + etag + "\r\n",
                            draft.document())));
            etags[place] = exchange.etag();
            return true;
        }

        @Override
        public void close() throws Exception {
            exchange.close();
        }
    }
}
