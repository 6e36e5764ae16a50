package org.tongban.bench.bare;

import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One filing by its id: the statements that make the platform's answer, and that answer's JSON (PE-2). */
@Controller("/products")
class ProductController {
    private static final Argument<Map<String, Object>> MEMBERS = Argument.mapOf(String.class, Object.class);
    private static final String PRODUCT = """
        select id, unit, state, cast(product as text) as product, cast(patents as text) as patents,
               cast(evidence as text) as evidence, product_form, patents_form, evidence_form, name_key, model_key,
               figures_year, data_year, filing_number, filed_on, submitted_at, version, created_by, created_at, changed_at
          from product_filing.product where id = ?
        """;
    private static final String LAPSE = "select found_on from product_filing.lapse where product = ?";
    private static final String DECISION = """
        select h.id, h.at, h.role, h.action, h.reason, cast(h.remarks as text) as remarks
          from core.review_history h join core.review_case c on c.id = h.review_case
         where c.subject = ? and h.action in ('approve', 'return', 'reject')
         order by h.id desc
         limit 1
        """;

    /** What the platform has in memory; no category of the sample data regulates anything. */
    private static final Map<String, Preset> PRESETS =
            Map.of("regulatedTrade", new Preset(false, false), "compulsoryCertification", new Preset(false, false));

    private final DataSource database;
    private final JsonMapper json;

    ProductController(DataSource database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Get("/{id}")
    Filing product(UUID id) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PRODUCT)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                int year = row.getInt("data_year");
                var lapsedOn = lapsedOn(connection, id);
                return new Filing(
                        row.getObject("id", UUID.class),
                        row.getString("state").equals("FILED") ? "filed" : "draft",
                        "已备案",
                        lapsedOn == null ? List.of("ask-revocation") : List.of("ask-revocation", "confirm-revocation"),
                        new DataYear(year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                        false,
                        members(row.getString("product")),
                        members(row.getString("patents")),
                        members(row.getString("evidence")),
                        Map.of(
                                "product", row.getString("product_form"),
                                "patents", row.getString("patents_form"),
                                "evidence", row.getString("evidence_form")),
                        PRESETS,
                        row.getString("filing_number"),
                        row.getObject("filed_on", LocalDate.class),
                        lapsedOn,
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        decision(connection, id),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant());
            }
        }
    }

    private static @Nullable LocalDate lapsedOn(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(LAPSE)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        }
    }

    private @Nullable Decision decision(Connection connection, UUID id) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(DECISION)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? new Decision(
                                row.getString("action"),
                                "通过",
                                row.getString("reason"),
                                json.readValue(row.getString("remarks"), Argument.listOf(Object.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        : null;
            }
        }
    }

    private Map<String, Object> members(String text) throws IOException {
        return json.readValue(text, MEMBERS);
    }

    @Serdeable
    record DataYear(int year, LocalDate from, LocalDate to) {}

    @Serdeable
    record Preset(boolean answer, boolean forced) {}

    @Serdeable
    record Decision(String decision, String decisionTitle, String reason, List<Object> remarks, Instant at) {}

    @Serdeable
    record Filing(
            UUID id,
            String state,
            String stateTitle,
            List<String> actions,
            DataYear dataYear,
            boolean figuresStale,
            Map<String, Object> product,
            Map<String, Object> patents,
            Map<String, Object> evidence,
            Map<String, String> forms,
            Map<String, Preset> presets,
            @Nullable String filingNumber,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate lapsedOn,
            @Nullable Instant submittedAt,
            @Nullable Decision lastDecision,
            Instant changedAt) {}
}
