package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.IMPORTS;
import static org.tongban.filing.PatentSteps.NAMES;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobState;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.Transactions;
import org.tongban.filing.PatentSteps;
import org.tongban.filing.PatentSteps.Holder;
import org.tongban.filing.ProductFilingModule;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The import of a unit's patents, under all names that it has and had (PF-20). */
@TongbanTest
@Tag("PF-20")
class PatentImportTest {
    private final Tongban tongban;
    private final PatentSteps steps;

    PatentImportTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    private static List<String> numbers(Api unit) {
        return unit.get(PATENTS + "?limit=100").json().findValuesAsText("patentNumber");
    }

    private static JsonNode name(Api unit, String text) {
        for (var name : unit.get(NAMES).json().path("items")) {
            if (name.path("name").asText().equals(text)) {
                return name;
            }
        }
        throw new AssertionError("no name " + text);
    }

    private static int answer(Api unit, String name, boolean own) {
        return unit.put(NAMES + "/" + name(unit, name).path("id").asText(), Api.json("{'own': " + own + "}"))
                .status();
    }

    @Test
    void present_and_former_names_count_alone_or_shared_however_they_are_written() {
        var tail = number().substring(5, 12);
        var holder = steps.holder("云岭仪表（集团）" + tail + "公司");
        var numbers = List.of(number(), number(), number(), number());
        steps.inRegistry(
                row(numbers.get(0), "甲", holder.name()),
                row(numbers.get(1), "乙", "某大学;云岭仪表(集团)" + tail + "公司"),
                row(numbers.get(2), "丙", "云岭 仪表【集团】" + tail + "公司"),
                row(numbers.get(3), "丁", "云岭仪表" + tail + "公司"));

        steps.imported(holder.api());
        assertThat(numbers(holder.api())).containsExactlyInAnyOrder(numbers.get(0), numbers.get(1), numbers.get(2));
        assertThat(holder.api().get(NAMES).json().path("items").findValuesAsText("former"))
                .containsExactly("false", "true");
    }

    @Test
    void a_shared_patent_is_in_the_lists_of_both() {
        var one = steps.holder();
        var other = steps.holder();
        var number = number();
        steps.inRegistry(row(number, "共有装置", one.name() + ";" + other.name()));
        steps.imported(one.api());
        steps.imported(other.api());
        assertThat(numbers(one.api())).containsExactly(number);
        assertThat(numbers(other.api())).containsExactly(number);
    }

    @Test
    void under_a_name_that_two_units_share_nothing_is_imported_before_they_say_so() {
        var tail = number().substring(5, 12);
        var shared = "双塔电器" + tail + "厂";
        var one = steps.holder(shared);
        var other = steps.holder("双塔电器" + tail + " 厂");
        var ofOne = number();
        var ofBoth = number();
        steps.inRegistry(row(ofOne, "甲", one.name()), row(ofBoth, "乙", shared));
        steps.imported(one.api());
        assertThat(numbers(one.api())).containsExactly(ofOne);
        assertThat(name(one.api(), shared).path("shared").asBoolean()).isTrue();
        assertThat(name(one.api(), shared).has("own")).isFalse();
        assertThat(name(one.api(), one.name()).path("shared").asBoolean()).isFalse();
        assertThat(answer(one.api(), one.name(), true)).isEqualTo(409);
        var foreign = NAMES + "/" + name(one.api(), shared).path("id").asText();
        assertThat(other.api().put(foreign, Api.json("{'own': true}")).status()).isEqualTo(404);
        assertThat(one.api().put(foreign, Api.json("{}")).violations()).containsExactly("/own required");

        assertThat(answer(one.api(), shared, true)).isEqualTo(200);
        steps.imported(one.api());
        assertThat(numbers(one.api())).containsExactlyInAnyOrder(ofOne, ofBoth);
        assertThat(name(one.api(), shared).path("own").asBoolean()).isTrue();
        assertThat(answer(other.api(), "双塔电器" + tail + " 厂", false)).isEqualTo(200);
        steps.imported(other.api());
        assertThat(numbers(other.api())).isEmpty();
    }

    @Test
    void an_import_finds_what_was_added_by_hand_verifies_it_and_keeps_how_it_is_held() {
        var holder = steps.holder();
        var number = number();
        var typed = holder.api().post(PATENTS, Api.json("""
            {'patentNumber': '%s', 'acquisition': 'inheritance', 'title': '手填', 'kind': 'utility-model',
             'holders': ['%s'], 'filedOn': '2020-03-02', 'legalStatus': 'granted'}
            """.formatted(number, holder.name())));
        assertThat(typed.json().path("verified").asBoolean()).isFalse();
        steps.inRegistry(row(number, "登记的名称", holder.name()));
        steps.imported(holder.api());

        var shown = holder.api().get(PATENTS).json().at("/items/0");
        assertThat(shown.path("verified").asBoolean()).isTrue();
        assertThat(shown.path("title").asText()).isEqualTo("登记的名称");
        assertThat(shown.path("acquisition").asText()).isEqualTo("inheritance");
        assertThat(shown.path("source").asText()).isEqualTo("manual");
    }

    /** 2,100 patents are two pages. */
    private Holder holderOfMany(int count) {
        var holder = steps.holder();
        steps.inRegistry(IntStream.range(0, count)
                .mapToObj(i -> row(number(), "批量装置", holder.name()))
                .toArray(String[]::new));
        return holder;
    }

    private static UUID id(Api unit) {
        return UUID.fromString(
                unit.get("/api/product-filing/v1/units/me").json().path("id").asText());
    }

    private static Job job(UUID unit, Map<String, String> cursor, long done) {
        return new Job(
                UUID.randomUUID(),
                ProductFilingModule.PATENT_IMPORT,
                JobState.RUNNING,
                Map.of(ImportPatents.UNIT, unit.toString()),
                cursor,
                null,
                done,
                0,
                null,
                Instant.EPOCH,
                null,
                null,
                1);
    }

    @Test
    @Tag("RL-3")
    void it_goes_on_behind_the_last_page_after_a_crash() {
        var holder = holderOfMany(2100);
        var unit = id(holder.api());
        var context = tongban.context();
        var body = context.getBean(ImportPatents.class);
        var transactions = context.getBean(Transactions.class);
        var first = transactions.write(body.prepare(job(unit, Map.of(), 0)));
        assertThat(first.finished()).isFalse();
        assertThat(first.total()).isEqualTo(2100);
        assertThat(first.done()).isEqualTo(2000);

        // The node has gone here; whoever takes the job over has its cursor.
        var second = transactions.write(body.prepare(job(unit, first.cursor(), first.done())));
        assertThat(second.finished()).isTrue();
        assertThat(second.done()).isEqualTo(100);
        assertThat(second.total()).isNull();
        assertThat(holder.api()
                        .get(PATENTS + "?count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2100);
    }

    @Test
    void of_32_starts_no_two_run_at_once_and_what_is_under_way_is_joined() throws Exception {
        var unit = holderOfMany(2100).api();
        var ids = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> start = () -> {
                var answer = unit.post(IMPORTS);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
                return answer.json().path("id").asText();
            };
            var starting =
                    IntStream.range(0, 32).mapToObj(i -> threads.submit(start)).toList();
            for (var one : starting) {
                ids.add(one.get());
            }
        }
        // Who starts once a job is over gets one of its own; of those that overlap all have the same.
        ids.forEach(id -> steps.done(unit, id));
        var jobs = ids.stream()
                .map(id -> unit.get("/api/platform/v1/jobs/" + id).json())
                .sorted(Comparator.comparing(job -> moment(job, "startedAt")))
                .toList();
        for (int i = 1; i < jobs.size(); i++) {
            assertThat(moment(jobs.get(i), "startedAt")).isAfterOrEqualTo(moment(jobs.get(i - 1), "finishedAt"));
        }
        assertThat(jobs).allSatisfy(job -> {
            assertThat(job.path("done").asInt()).isEqualTo(2100);
            assertThat(job.path("total").asInt()).isEqualTo(2100);
        });
        assertThat(unit.get(PATENTS + "?count=true").json().path("total").asInt())
                .isEqualTo(2100);
    }

    private static Instant moment(JsonNode job, String field) {
        return Instant.parse(job.path(field).asText());
    }

    @Test
    void a_second_start_joins_the_job_that_is_not_over() {
        var unit = id(steps.holder().api()).toString();
        var jobs = tongban.context().getBean(Jobs.class);
        // The job cannot begin before the transaction has ended.
        var started = tongban.context()
                .getBean(Transactions.class)
                .write(() -> IntStream.range(0, 2)
                        .mapToObj(i ->
                                jobs.start(ProductFilingModule.PATENT_IMPORT, Map.of(ImportPatents.UNIT, unit), unit))
                        .map(Job::id)
                        .distinct()
                        .toList());
        assertThat(started).hasSize(1);
    }
}
