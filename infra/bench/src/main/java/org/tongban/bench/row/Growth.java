package org.tongban.bench.row;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.Stack;

/** Every list, queue and counter, where there are a hundred times as many rows. */
final class Growth implements Row {
    /** There are many lists: shorter rounds, which still have some thousand answers each. */
    private static final Duel.Rules RULES = new Duel.Rules(4, Duration.ofSeconds(3), Duration.ofSeconds(3), 5);

    private static final int PAGES = 5;

    @Override
    public String id() {
        return "PE-12";
    }

    @Override
    public String what() {
        return "p95 of every keyset list, queue and counter against itself at a hundredth of the rows";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException {
        GrowthData.fill(bench.large());
        GrowthData.fill(bench.small());
        var large = requests(bench.large());
        var small = requests(bench.small());
        var figures = new ArrayList<Figure>();
        large.forEach((what, requests) -> {
            var result = Duel.run(
                    Load.requests(bench.large().platform().port(), requests, 200),
                    Load.requests(bench.small().platform().port(), small.getOrDefault(what, List.of()), 200),
                    RULES);
            figures.add(Figure.atMost("p95, " + what, result.millis(95), result.referenceMillis(95), "ms", 2));
        });
        return figures;
    }

    private static Map<String, List<byte[]>> requests(Stack stack) {
        stack.restServers();
        var unit = Api.signIn(stack, "filing-unit", "unit-a");
        var reviewer = Api.signIn(stack, "staff", "reviewer");
        var api = new Api(stack.platform().port());
        var requests = new LinkedHashMap<String, List<byte[]>>();
        requests.put("products of a unit", pages(api, Api.FILING + "/products?limit=20", unit));
        requests.put("products of a unit in a state", pages(api, Api.FILING + "/products?limit=20&state=filed", unit));
        requests.put("patents of a unit", pages(api, Api.FILING + "/patents?limit=20", unit));
        requests.put("queue of reviews", pages(api, Api.PLATFORM + "/reviews?limit=20", reviewer));
        requests.put("open reviews", pages(api, Api.PLATFORM + "/reviews?limit=20&state=open", reviewer));
        requests.put("public list", pages(api, Api.PLATFORM + "/public/products?limit=20", null));
        requests.put(
                "suggestions",
                Stream.of("智", "检测", "zhineng", "jc", "浙江")
                        .map(begun -> Exchange.get(
                                Api.PLATFORM + "/public/products/suggestions?q=" + Api.encoded(begun), null))
                        .toList());
        putRounds(requests, api, stack, unit, reviewer);
        requests.put("counters (home page)", List.of(Exchange.get("/", null)));
        requests.put(
                "statistics of the public", List.of(Exchange.get(Api.PLATFORM + "/public/products/statistics", null)));
        requests.put("statistics of staff", List.of(Exchange.get(Api.FILING + "/statistics", reviewer)));
        return requests;
    }

    private static void putRounds(
            Map<String, List<byte[]>> requests, Api api, Stack stack, String unit, String reviewer) {
        var manager = Api.signIn(stack, "staff", "filing-manager");
        requests.put(
                "recognitions of a round",
                pages(api, Api.FILING + "/rounds/" + GrowthData.ROUND + "/recognitions?limit=20", manager));
        requests.put(
                "results of a run",
                pages(api, Api.FILING + "/recognition-runs/" + GrowthData.RUN + "/results?limit=20", manager));
        requests.put(
                "answers in a stage",
                pages(api, Api.FILING + "/stages/" + GrowthData.STAGE + "/answers?limit=20", manager));
        requests.put("recognitions of a unit", pages(api, Api.FILING + "/recognitions?limit=20", unit));
        requests.put("objections to a unit's products", pages(api, Api.FILING + "/objections?limit=20", unit));
        requests.put("lapsed products", pages(api, Api.FILING + "/lapsed-products?limit=20", reviewer));
        requests.put("open list", pages(api, Api.FILING + "/public/recognitions?limit=20", null));
    }

    /** The first pages of a list, by their cursors. */
    private static List<byte[]> pages(Api api, String path, @Nullable String token) {
        var pages = new ArrayList<byte[]>();
        var next = path;
        while (pages.size() < PAGES && next != null) {
            pages.add(Exchange.get(next, token));
            var cursor = api.get(next, token).path("nextCursor").textValue();
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        return pages;
    }
}
