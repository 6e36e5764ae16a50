package org.tongban.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The public search: the platform's statements and the platform's JSON, grams and patterns given (PE-1). */
@Controller("/search")
class SearchController {
    private static final UUID FIRST = new UUID(-1, -1);
    private static final int PAGE = 20;
    private static final String SEARCH = """
        select id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number,
               cast(product as text) as product, cast(patents as text) as patents, changed_at
          from product_filing.find_products(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
               cast(? as text[]), cast(? as text[]), ?, false, ?, ?)
        """;

    private final DataSource database;
    private final JsonMapper json;
    private final Titles titles;

    SearchController(DataSource database, JsonMapper json, Titles titles) {
        this.database = database;
        this.json = json;
        this.titles = titles;
    }

    /**
     * One page.
     *
     * @param tiers what to ask one after the other until the page is full, parted by bars, each of six lists of texts and
     *     the text that tells the best of all; the
     *     first asks for everything, and is all there is to ask where that is no more than a page
     * @param ranks the tiers of the rows of the first, in its order, where there is no other
     */
    @Get
    Hits search(@QueryValue String tiers, @QueryValue String ranks) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                var hits = hits(connection, tiers.split("\\|"), ranks);
                connection.commit();
                return hits;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        }
    }

    private Hits hits(Connection connection, String[] tiers, String ranks) throws SQLException, IOException {
        var items = found(connection, tiers[0], PAGE + 1);
        if (tiers.length == 1 && !ranks.isEmpty()) {
            var order = Arrays.stream(ranks.split(",")).map(Integer::valueOf).toList();
            items = IntStream.range(0, items.size())
                    .boxed()
                    .sorted(Comparator.comparing(order::get))
                    .map(items::get)
                    .toList();
        } else if (tiers.length > 1) {
            items = new ArrayList<>();
            for (int i = 1; i < tiers.length && items.size() <= PAGE; i++) {
                items.addAll(found(connection, tiers[i], PAGE + 1 - items.size()));
            }
        }
        return new Hits(items.subList(0, Math.min(PAGE, items.size())));
    }

    private List<Hit> found(Connection connection, String tier, int most) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(SEARCH)) {
            var lists = tier.split(";", -1);
            for (int i = 0; i < 6; i++) {
                statement.setArray(i + 1, array(connection, lists[i]));
            }
            statement.setObject(7, FIRST);
            statement.setInt(8, most);
            statement.setString(9, lists[6].isEmpty() ? null : lists[6]);
            try (var row = statement.executeQuery()) {
                var items = new ArrayList<Hit>();
                while (row.next()) {
                    items.add(hit(row));
                }
                return items;
            }
        }
    }

    private static java.sql.Array array(Connection connection, String values) throws SQLException {
        return connection.createArrayOf("text", values.isEmpty() ? new String[0] : values.split(","));
    }

    private Hit hit(ResultSet row) throws SQLException, IOException {
        var product = Objects.requireNonNull(json.readValue(row.getString("product"), PublicFields.class));
        var fields = new ArrayList<Value>();
        fields.add(new Value("unit", "备案单位", row.getString("unit_name")));
        add(fields, "model", "规格型号", product.model());
        add(fields, "categoryCode", "产品分类", titles.of("product-category", product.categoryCode()));
        add(fields, "industryCode", "所属行业", titles.of("gbt4754", product.industryCode()));
        var filed = row.getObject("filed_on", LocalDate.class);
        fields.add(new Value(
                "filedOn",
                "备案日期",
                "%d年%d月%d日".formatted(filed.getYear(), filed.getMonthValue(), filed.getDayOfMonth())));
        return new Hit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("state"),
                "已备案",
                fields,
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static void add(List<Value> fields, String code, String title, @Nullable String value) {
        if (value != null) {
            fields.add(new Value(code, title, value));
        }
    }

    @Serdeable
    record PublicFields(
            @Nullable String model,
            @Nullable String categoryCode,
            @Nullable String industryCode) {}

    @Serdeable
    record Hits(List<Hit> items) {}

    @Serdeable
    record Hit(UUID id, String name, String state, String stateTitle, List<Value> fields, Instant changedAt) {}

    @Serdeable
    record Value(String code, String title, String value) {}
}
