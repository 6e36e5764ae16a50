package org.tongban.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The public search: the platform's statement and the platform's JSON, the grams given (PE-1). */
@Controller("/search")
class SearchController {
    private static final UUID FIRST = new UUID(-1, -1);
    private static final int PAGE = 20;
    private static final String PLAN = "select set_config('plan_cache_mode', 'force_custom_plan', true)"
            + " || set_config('cpu_operator_cost', '0.25', true)";
    private static final String SEARCH = """
        select id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number,
               cast(product as text) as product, cast(patents as text) as patents, changed_at
          from product_filing.public_product
         where grams @> cast(? as text[]) and search_text like all (cast(? as text[]))
           and position < ?
         order by position desc limit ?
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
     * @param grams separated by commas, as the platform asks for them
     * @param words patterns separated by commas
     */
    @Get
    Hits search(@QueryValue String grams, @QueryValue String words) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var plan = connection.prepareStatement(PLAN)) {
                plan.execute();
                var hits = hits(connection, grams, words);
                connection.commit();
                return hits;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        }
    }

    private Hits hits(Connection connection, String grams, String words) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(SEARCH)) {
            statement.setArray(1, array(connection, grams));
            statement.setArray(2, array(connection, words));
            statement.setObject(3, FIRST);
            statement.setInt(4, PAGE + 1);
            try (var row = statement.executeQuery()) {
                var items = new ArrayList<Hit>();
                UUID last = FIRST;
                while (items.size() < PAGE && row.next()) {
                    items.add(hit(row));
                    last = row.getObject("position", UUID.class);
                }
                return new Hits(items, items.size() == PAGE && row.next() ? cursor(last) : null);
            }
        }
    }

    private static java.sql.Array array(Connection connection, String values) throws SQLException {
        return connection.createArrayOf("text", values.isEmpty() ? new String[0] : values.split(","));
    }

    private static String cursor(UUID edge) {
        var bytes =
                ByteBuffer.allocate(16).putLong(edge.getMostSignificantBits()).putLong(edge.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
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
    record Hits(List<Hit> items, @Nullable String nextCursor) {}

    @Serdeable
    record Hit(UUID id, String name, String state, String stateTitle, List<Value> fields, Instant changedAt) {}

    @Serdeable
    record Value(String code, String title, String value) {}
}
