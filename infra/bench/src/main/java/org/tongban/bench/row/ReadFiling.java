package org.tongban.bench.row;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.Stack;

/** Authenticated reads of single filings. */
final class ReadFiling implements Row {
    private static final int FILINGS = 500;

    @Override
    public String id() {
        return "PE-2";
    }

    @Override
    public String what() {
        return "authenticated read of one filing (token and owner checked, ETag) against the bare endpoint";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException {
        var stack = bench.large();
        stack.restServers();
        var token = Api.signIn(stack, "filing-unit", "unit-a");
        var ids = ids(stack);
        var platform = stack.platform().port();
        var bare = stack.bare().port();
        for (var id : ids.subList(0, Math.min(20, ids.size()))) {
            Api.same(
                    new Api(platform).get(Api.FILING + "/products/" + id, token),
                    new Api(bare).get("/products/" + id, null),
                    id);
        }
        var asked = ids.stream()
                .map(id -> Exchange.get(Api.FILING + "/products/" + id, token))
                .toList();
        var referred =
                ids.stream().map(id -> Exchange.get("/products/" + id, null)).toList();
        var result = Duel.run(Load.requests(platform, asked, 200), Load.requests(bare, referred, 200), bench.rules());
        return List.of(
                Figure.throughput("reads of a filing", result, "/s", 0.7),
                Figure.beside(
                        "p99 of them",
                        Figure.number(result.millis(99)) + " ms",
                        Figure.number(result.referenceMillis(99)) + " ms",
                        Figure.ratio(result.millis(99) / result.referenceMillis(99))));
    }

    private static List<String> ids(Stack stack) throws SQLException {
        var ids = new ArrayList<String>();
        try (var connection = stack.embedded().owner();
                var statement = connection.prepareStatement(
                        "select id from product_filing.product where unit = ? and state = 'FILED' limit ?")) {
            statement.setObject(1, stack.samples().unitA());
            statement.setInt(2, FILINGS);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }
}
