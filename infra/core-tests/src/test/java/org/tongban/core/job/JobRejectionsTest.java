package org.tongban.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.TestJobs;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** What a job left out is listed page by page and downloaded whole (CO-75). */
@TongbanTest
@Tag("CO-75")
class JobRejectionsTest {
    private static final String JOBS = "/api/platform/v1/jobs/";

    private final Tongban tongban;
    private final TestJobs jobs;

    JobRejectionsTest(Tongban tongban) {
        this.tongban = tongban;
        this.jobs = new TestJobs(tongban);
    }

    private static List<Long> lines(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("line").asLong())
                .toList();
    }

    @Test
    @Tag("CO-11")
    void are_listed_in_the_order_of_the_input_forth_and_back() {
        var writer = People.writer(tongban);
        var id = jobs.queued(writer.account(), null);
        jobs.reject(id, List.of("a", "b", "c"));
        var path = JOBS + id + "/rejections";
        var first = writer.api().get(path + "?limit=2");
        assertThat(lines(first)).containsExactly(2L, 3L);
        var second = writer.api()
                .get(path + "?limit=2&cursor=" + first.json().path("nextCursor").asText());
        assertThat(lines(second)).containsExactly(4L);
        assertThat(second.json().has("nextCursor")).isFalse();
        var back = writer.api()
                .get(path + "?limit=2&cursor="
                        + second.json().path("prevCursor").asText());
        assertThat(lines(back)).containsExactly(2L, 3L);
        assertThat(People.writer(tongban).api().get(path).status()).isEqualTo(404);
    }

    @Test
    void are_a_csv_file_in_the_language_asked_for_that_runs_no_formula() {
        var writer = People.writer(tongban);
        var id = jobs.queued(writer.account(), null);
        jobs.reject(id, List.of("=1+1", "+1", "-1", "@x", "\tx", "a,\"b\"\nc", "plain", "＝1+1", "  =1+1", "|x"));
        var path = JOBS + id + "/rejections.csv";
        var chinese = writer.api().get(path);
        assertThat(chinese.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(chinese.header("Content-Disposition")).startsWith("attachment; filename=\"rejections-");
        assertThat(chinese.text()).isEqualTo("""
            \uFEFFline,content,reason,message
            2,"'=1+1","wrong","有误"
            3,"'+1","wrong","有误"
            4,"'-1","wrong","有误"
            5,"'@x","wrong","有误"
            6,"'\tx","wrong","有误"
            7,"a,""b""\nc","wrong","有误"
            8,"plain","wrong","有误"
            9,"'＝1+1","wrong","有误"
            10,"'  =1+1","wrong","有误"
            11,"'|x","wrong","有误"
            """.replace("\n", "\r\n").replace("\"\"\r\nc", "\"\"\nc"));
        assertThat(writer.api().with("Accept-Language", "en").get(path).text())
                .contains("8,\"plain\",\"wrong\",\"'=Wrong\"");
        assertThat(People.writer(tongban).api().get(path).status()).isEqualTo(404);
    }

    @Test
    void are_all_in_the_file_however_many_there_are() {
        var writer = People.writer(tongban);
        var id = jobs.queued(writer.account(), null);
        jobs.reject(id, IntStream.range(0, 2_500).mapToObj(Integer::toString).toList());
        var lines =
                writer.api().get(JOBS + id + "/rejections.csv").text().lines().skip(1);
        assertThat(lines.map(line -> line.replaceAll(",.*", "")).collect(Collectors.toList()))
                .containsExactlyElementsOf(
                        IntStream.range(2, 2_502).mapToObj(Integer::toString).toList());
    }
}
