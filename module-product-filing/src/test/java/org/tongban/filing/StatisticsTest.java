package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.publicdata.PublishProduct.PublicRecognition;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Counts for staff and for the public, and that they are always those of the rows (PF-72). */
@TongbanTest
@Tag("PF-72")
class StatisticsTest {
    private static final String PUBLIC = PLATFORM + "/public/products/statistics";
    private static final String STAFF = OWN + "/statistics";
    private static final int RACERS = 32;

    /** Counts by rows that the counters have otherwise, and the other way round. */
    private static final String WRONG = """
        with kept as (
            select subject, dimension, year, value, state, sum(count) as count
              from (select subject, dimension, year, value, state, count from product_filing.statistic
                    union all
                    select subject, dimension, year, value, state, change from product_filing.statistic_change) c
             group by subject, dimension, year, value, state having sum(count) <> 0),
        really as (
            select 'public' as subject, d.dimension, data_year as year, d.value, state, count(*) as count
              from product_filing.public_product p,
                   lateral (values ('state', ''), ('industry', left(p.product ->> 'industryCode', 2)),
                       ('province', left(p.division, 2))) as d (dimension, value)
             group by d.dimension, data_year, d.value, state
            union all
            select 'filing', 'state', coalesce(data_year, 0), '', state, count(*)
              from product_filing.product group by 3, 5
            union all
            select 'update', 'state', year, '', state, count(*) from product_filing.product_update group by 3, 5
            union all
            select 'recognition', 'state', year, '', state, count(*) from product_filing.recognition group by 3, 5)
        select (select count(*) from (select * from kept except select * from really) a)
             + (select count(*) from (select * from really except select * from kept) b)
        """;

    private final Tongban tongban;
    private final RecognitionSteps steps;

    StatisticsTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new RecognitionSteps(tongban);
    }

    @BeforeEach
    void the_counters_are_right_whatever_was_before() {
        assertRight();
    }

    private void assertRight() {
        assertThat(number(WRONG)).isZero();
    }

    private long number(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        var environment = tongban.servers().environment();
        return DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_USER"),
                environment.get("DATABASE_PASSWORD"));
    }

    private Answer asked(Api by, String path) {
        var answer = by.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    /** A count of a table; -1 where it is hidden. */
    private static long count(Answer answer, String table, String row, String column) {
        for (var cell : row(answer, table, row).path("counts")) {
            if (cell.path("column").asText().equals(column)) {
                assertThat(cell.path("hidden").asBoolean()).isEqualTo(!cell.has("count"));
                return cell.path("count").asLong(-1);
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static JsonNode row(Answer answer, String table, String code) {
        for (var row : table(answer, table).path("rows")) {
            if (row.path("code").asText().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row " + code);
    }

    private static JsonNode table(Answer answer, String code) {
        for (var table : answer.json().path("statistics")) {
            if (table.path("code").asText().equals(code)) {
                return table;
            }
        }
        throw new AssertionError("no table " + code);
    }

    private long ofState(String state) {
        return count(asked(tongban.anonymous(), PUBLIC), "state", state, "count");
    }

    private void task(String id) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals(id))
                .forEach(TaskBody::run);
    }

    private void show(UUID product, Optional<PublicRecognition> recognition) {
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(PublishProduct.class).show(Map.of(product, recognition));
            return true;
        });
    }

    @Test
    void the_public_sees_counts_by_state_year_industry_and_province_each_with_its_definition() {
        for (var name : List.of("统计云台甲型", "统计云台乙型", "统计云台丙型")) {
            steps.filed(name);
        }
        var answer = asked(tongban.anonymous(), PUBLIC);

        assertThat(answer.json().path("statistics").findValuesAsText("code"))
                .contains("state", "year", "industry", "province");
        for (var table : answer.json().path("statistics")) {
            assertThat(table.path("title").asText()).isNotBlank();
            assertThat(table.path("definition").asText()).isNotBlank();
        }
        var found = asked(tongban.anonymous(), PLATFORM + "/public/products?state=filed&count=true&limit=1")
                .json()
                .path("total")
                .asLong();
        assertThat(count(answer, "state", "filed", "count")).isEqualTo(found);
        long ofYears = 0;
        for (var row : table(answer, "year").path("rows")) {
            ofYears += count(answer, "year", row.path("code").asText(), "filed");
        }
        assertThat(ofYears).isEqualTo(found);
        assertThat(count(answer, "industry", "C", "filed")).isGreaterThanOrEqualTo(3);
        assertThat(row(answer, "industry", "C").path("title").asText()).isEqualTo("制造业");
        assertThat(asked(tongban.anonymous().with("Accept-Language", "en"), PUBLIC)
                        .text())
                .contains("By province", "Counts under 3 are not shown");
        assertRight();
    }

    @Test
    void a_product_is_counted_as_what_it_is_whatever_becomes_of_it() {
        var filed = ofState("filed");
        var product = steps.filed("统计云台丁型");
        assertThat(ofState("filed")).isEqualTo(filed + 1);
        var publicity = ofState("in-publicity");
        steps.inPublicity(product, 2031, LocalDate.of(2026, 11, 19));
        assertThat(ofState("filed")).isEqualTo(filed);
        assertThat(ofState("in-publicity")).isEqualTo(publicity + 1);
        assertRight();

        var shown = new PublicRecognition(false, LocalDate.of(2026, 11, 19), null, null, null);
        show(product, Optional.of(shown));
        show(product, Optional.of(shown));

        assertThat(ofState("in-publicity")).isEqualTo(publicity + 1);
        show(product, Optional.empty());
        assertThat(ofState("filed")).isEqualTo(filed + 1);
        var recognised = ofState("recognised");
        var recognition = steps.recognised("统计云台卯型");
        assertThat(ofState("recognised")).isEqualTo(recognised + 1);
        steps.uphold(recognition, UUID.randomUUID());
        assertThat(ofState("recognised")).isEqualTo(recognised);
        assertRight();
    }

    @Test
    @Tag("PF-35")
    void what_leaves_the_public_leaves_the_counts() {
        var product = steps.filed("统计云台戊型");
        var filed = ofState("filed");
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(PublishProduct.class).withdraw(product);
            return true;
        });
        assertThat(ofState("filed")).isEqualTo(filed - 1);
        assertRight();
    }

    @Test
    void thirty_two_changes_of_state_at_once_leave_the_counts_right() throws Exception {
        var products = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            products.add(steps.filed("统计云台己型" + i));
        }
        together(at -> Rows.change(
                tongban,
                "update product_filing.public_product set state = ?, data_year = ? where id = ?",
                at % 3 == 0 ? "recognised" : at % 3 == 1 ? "in-publicity" : "filed",
                2020 + at % 5,
                products.get(at % products.size())));
        assertRight();
        for (var product : products) {
            Rows.change(
                    tongban,
                    "update product_filing.public_product set state = 'filed', data_year = 2025 where id = ?",
                    product);
        }
        assertRight();
    }

    @Test
    void the_counts_are_the_same_while_changes_are_moved_into_the_counters_by_several_at_once() throws Exception {
        var product = steps.filed("统计云台庚型");
        together(at -> {
            if (at % 4 == 0) {
                task("product-filing.fold-counts");
            } else {
                Rows.change(
                        tongban,
                        "update product_filing.public_product set data_year = ? where id = ?",
                        2015 + at % 7,
                        product);
            }
        });
        assertRight();
        task("product-filing.fold-counts");
        assertThat(number("select count(*) from product_filing.statistic_change where year between 2015 and 2021"))
                .isZero();
        assertRight();
        Rows.change(tongban, "update product_filing.public_product set data_year = 2025 where id = ?", product);
    }

    @Test
    void a_change_that_is_rolled_back_was_never_counted() throws SQLException {
        var product = steps.filed("统计云台辛型");
        var filed = ofState("filed");
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try (var change = connection.prepareStatement("delete from product_filing.public_product where id = ?")) {
                change.setObject(1, product);
                assertThat(change.executeUpdate()).isEqualTo(1);
            }
            assertThat(ofState("filed")).isEqualTo(filed);
            connection.rollback();
        }
        assertThat(ofState("filed")).isEqualTo(filed);
        assertRight();
    }

    @Test
    void counters_that_somebody_changed_are_found_and_put_right() {
        steps.filed("统计云台壬型");
        var filed = ofState("filed");
        task("product-filing.fold-counts");
        Rows.change(tongban, "update product_filing.statistic set count = count + 5 where state in ('filed', 'FILED')");
        Rows.change(
                tongban,
                "insert into product_filing.statistic (subject, dimension, year, value, state, count)"
                        + " values ('public', 'state', 1999, '', 'filed', 7)");
        assertThat(ofState("filed")).isGreaterThan(filed);

        task("product-filing.recount-statistics");

        assertThat(ofState("filed")).isEqualTo(filed);
        assertRight();
        task("product-filing.recount-statistics");
        assertRight();
    }

    @Test
    void small_counts_by_industry_and_province_are_not_shown_to_the_public_and_are_to_staff() {
        var product = steps.filed("统计云台癸型");
        Rows.change(
                tongban,
                "update product_filing.public_product set division = '540100',"
                        + " product = jsonb_set(product, '{industryCode}', '\"0111\"') where id = ?",
                product);
        var shown = asked(tongban.anonymous(), PUBLIC);
        var all = asked(tongban.as("reviewer"), STAFF);

        assertThat(count(all, "province", "540000", "filed")).isEqualTo(1);
        assertThat(count(all, "industry", "A", "filed")).isEqualTo(1);
        assertThat(count(shown, "province", "540000", "filed")).isEqualTo(-1);
        assertThat(count(shown, "industry", "A", "filed")).isEqualTo(-1);
        for (var table : List.of("province", "industry")) {
            for (var row : table(shown, table).path("rows")) {
                for (var cell : row.path("counts")) {
                    assertThat(cell.path("count").asLong(3)).isGreaterThanOrEqualTo(3);
                }
            }
        }
        // Nothing that is counted has no row, or its count would be what is missing from the sum.
        assertThat(table(shown, "province").path("rows"))
                .hasSize(table(all, "province").path("rows").size());
        Rows.change(
                tongban,
                "update product_filing.public_product set division = '110000',"
                        + " product = jsonb_set(product, '{industryCode}', '\"39\"') where id = ?",
                product);
    }

    @Test
    void staff_see_what_the_public_does_not_by_year_and_state() {
        var reviewer = tongban.as("reviewer");
        var before = asked(reviewer, STAFF);
        steps.filing.draft();
        var after = asked(reviewer, STAFF);
        assertThat(after.json().path("statistics").findValuesAsText("code"))
                .contains("state", "year", "industry", "province", "filing", "update", "recognition");
        assertThat(count(after, "filing", "0", "draft"))
                .isEqualTo(has(before, "0") ? count(before, "filing", "0", "draft") + 1 : 1);

        var none = asked(tongban.as("filing-manager"), STAFF + "?year=2999");
        assertThat(count(none, "state", "filed", "count")).isZero();
        assertThat(reviewer.get(STAFF + "?year=25").status()).isEqualTo(400);
        assertThat(reviewer.get(STAFF + "?jahr=2025").status()).isEqualTo(400);
        assertThat(steps.filing.unit.get(STAFF).status()).isEqualTo(403);
        assertThat(tongban.anonymous().get(STAFF).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-28")
    void staff_of_a_province_learn_of_it_alone() {
        var product = steps.filed("统计云台寅型");
        Rows.change(tongban, "update product_filing.public_product set division = '450300' where id = ?", product);

        var answer = asked(ObjectionSteps.staffOf(tongban, "filing-reviewer", "450000"), STAFF);

        assertThat(answer.json().path("statistics")).hasSize(1);
        assertThat(table(answer, "province").path("rows").findValuesAsText("code"))
                .containsExactly("450000");
        assertThat(count(answer, "province", "450000", "filed")).isEqualTo(1);
        Rows.change(tongban, "update product_filing.public_product set division = '110000' where id = ?", product);
    }

    private static boolean has(Answer answer, String year) {
        return table(answer, "filing").path("rows").findValuesAsText("code").contains(year);
    }

    @Test
    @Tag("CO-12")
    void the_public_keeps_them_by_their_tag_and_takes_them_as_a_file() {
        steps.filed("统计云台子型");
        var anyone = tongban.anonymous();
        var answer = asked(anyone, PUBLIC);
        var file = asked(anyone, PUBLIC + ".csv");

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        for (var path : List.of(PUBLIC, PUBLIC + ".csv")) {
            var same = anyone.with("If-None-Match", asked(anyone, path).etag()).get(path);
            assertThat(same.status()).isEqualTo(304);
        }
        assertThat(asked(anyone.with("Accept-Language", "en"), PUBLIC).etag()).isNotEqualTo(answer.etag());
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).contains("products-statistics.csv");
        assertThat(file.text())
                .contains("statistic,code,title,column,columnTitle,count,hidden\r\n")
                .contains("\"state\",\"filed\",\"已备案\",\"count\",\"产品数\"," + ofState("filed") + ",\"false\"");

        steps.filed("统计云台丑型");

        assertThat(anyone.with("If-None-Match", answer.etag()).get(PUBLIC).status())
                .isEqualTo(200);
        assertThat(anyone.with("If-None-Match", file.etag())
                        .get(PUBLIC + ".csv")
                        .status())
                .isEqualTo(200);
        assertThat(anyone.get(PUBLIC + "?year=2025").status()).isEqualTo(400);
        assertThat(anyone.get(PUBLIC + ".csv?x=1").status()).isEqualTo(400);
        assertThat(anyone.get(PLATFORM + "/public/nothing/statistics").status()).isEqualTo(404);
        assertThat(anyone.get(PLATFORM + "/public/nothing/statistics.csv").status())
                .isEqualTo(404);
    }

    private interface Change {
        void at(int place) throws Exception;
    }

    private static void together(Change change) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sent = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < RACERS; i++) {
                int at = i;
                sent.add(threads.submit(() -> {
                    start.await();
                    change.at(at);
                    return true;
                }));
            }
            start.countDown();
            for (var one : sent) {
                one.get();
            }
        }
    }
}
