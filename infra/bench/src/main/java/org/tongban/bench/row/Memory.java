package org.tongban.bench.row;

import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.stack.BenchFailed;

/** What the platform's process took while the other rows of the run loaded it. */
final class Memory implements Row {
    @Override
    public String id() {
        return "PE-14";
    }

    @Override
    public String what() {
        return "all rows of the run served with -Xmx512m";
    }

    @Override
    public List<Figure> measure(Bench bench) {
        var stacks = bench.opened();
        if (stacks.isEmpty()) {
            throw new BenchFailed("PE-14 watches the rows measured before it: name some.");
        }
        boolean failed = stacks.stream().anyMatch(stack -> stack.ranOutOfMemory());
        long peak = stacks.stream().mapToLong(stack -> stack.peakMiB()).max().orElse(0);
        return List.of(new Figure(
                "resident at most, over " + bench.measured() + " rows measured before",
                peak + " MiB",
                "",
                "",
                "-Xmx512m, no error",
                failed ? Figure.Verdict.SHORT : Figure.Verdict.MET));
    }
}
