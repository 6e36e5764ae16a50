package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class OwnCaseTest {
    private static final String REVIEWS = "/api/platform/v1/reviews";

    @Test
    @Tag("CO-46")
    void a_reviewer_who_is_the_same_person_as_the_submitter_may_not_take_the_case(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机本人型");
        var person = UUID.randomUUID();
        sql(tongban, "insert into core.person (id, name, created_at) values ('%s', '样例', now())".formatted(person));
        link(tongban, "'" + person + "'");
        try {
            var unit = tongban.withToken(tongban.signIn("unit-a"));
            var reviewer = tongban.withToken(tongban.signIn("reviewer-2"));
            assertThat(unit.post("/api/product-filing/v1/products/" + id + "/submit")
                            .status())
                    .isEqualTo(200);

            var found = "";
            for (var item : reviewer.get(REVIEWS + "?limit=100").json().path("items")) {
                found = item.path("subject").asText().equals(id)
                        ? item.path("id").asText()
                        : found;
            }
            var refused = reviewer.post(REVIEWS + "/" + found + "/claim");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("own-case");
            assertThat(tongban.as("reviewer")
                            .post(REVIEWS + "/" + found + "/claim")
                            .status())
                    .isEqualTo(200);
        } finally {
            link(tongban, "null");
        }
    }

    private static void link(Tongban tongban, String person) throws SQLException {
        sql(
                tongban,
                "update core.account set person_id = %s where login in ('unit-a', 'reviewer-2')".formatted(person));
    }

    private static void sql(Tongban tongban, String statement) throws SQLException {
        var environment = tongban.servers().environment();
        try (var connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_OWNER_USER"),
                        environment.get("DATABASE_OWNER_PASSWORD"));
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
