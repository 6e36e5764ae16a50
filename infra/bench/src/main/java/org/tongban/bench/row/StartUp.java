package org.tongban.bench.row;

import java.util.ArrayList;
import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Duel;
import org.tongban.bench.stack.Application;

/** From the start of a process to its readiness. */
final class StartUp implements Row {
    @Override
    public String id() {
        return "PE-13";
    }

    @Override
    public String what() {
        return "start to ready of bin/server over a migrated database, with the AOT cache that its first start made,"
                + " against the bare application with a cache of its own and without";
    }

    @Override
    public List<Figure> measure(Bench bench) {
        var stack = bench.small();
        stack.restServers();
        var cache = stack.scripts().resolve("bare.aot");
        stack.startBare(List.of("-XX:AOTCacheOutput=" + cache)).close();
        // The distribution makes its cache when it ends for the first time.
        stack.startPlatform().close();
        var platform = new ArrayList<Double>();
        var cached = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        int rounds = bench.isBrief() ? 2 : 5;
        for (int round = 0; round < rounds; round++) {
            platform.add(seconds(stack.startPlatform()));
            cached.add(seconds(stack.startBare(List.of("-XX:AOTCache=" + cache))));
            plain.add(seconds(stack.startBare(List.of())));
        }
        double median = Duel.Statistics.median(platform);
        return List.of(
                Figure.atMost("start to ready", median, Duel.Statistics.median(cached), "s", 2),
                Figure.beside(
                        "against the bare one without a cache",
                        Figure.number(median) + " s",
                        Figure.number(Duel.Statistics.median(plain)) + " s",
                        Figure.ratio(median / Duel.Statistics.median(plain))));
    }

    private static double seconds(Application started) {
        try (started) {
            return started.toReady().toNanos() / 1e9;
        }
    }
}
