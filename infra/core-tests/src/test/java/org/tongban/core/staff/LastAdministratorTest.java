package org.tongban.core.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;
import org.tongban.trial.People.Person;

/** Somebody administers the whole country at all times (CO-29); on servers of its own, where nobody else does. */
@Tag("CO-29")
class LastAdministratorTest {
    private static final String STAFF = "/api/platform/v1/staff/";
    private static final String ADMINISTRATOR = "platform-administrator";
    private static final int ROUNDS = 10;

    @Test
    void the_last_administrator_cannot_be_taken_away_not_even_by_two_who_disable_each_other() throws Exception {
        var data = Path.of("target/tongban-data/last-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        try (var servers = EmbeddedProcess.start(data)) {
            var tongban = Tongban.start(servers, data, Map.of("datasources.default.maximum-pool-size", 4));
            var last = onlyAdministrator(tongban);
            for (int round = 0; round < ROUNDS; round++) {
                last = survivor(tongban, last);
            }
            refuses_every_way_to_take_the_last_one_away(tongban, last);
            tongban.stop();
        }
    }

    /** The sample administrator gives way to one that the test made. */
    private static Person onlyAdministrator(Tongban tongban) {
        var made = People.staff(tongban, ADMINISTRATOR);
        var sample = tongban.as("admin").get("/api/platform/v1/me").json();
        assertThat(made.api()
                        .post(STAFF + sample.path("account").asText() + "/disable")
                        .status())
                .isEqualTo(200);
        return made;
    }

    /** Two administrators disable each other at the same time: one of them remains. */
    private static Person survivor(Tongban tongban, Person one) throws Exception {
        var other = People.staff(tongban, ADMINISTRATOR);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> first = () -> disabled(one, other, together);
            Callable<Answer> second = () -> disabled(other, one, together);
            var ofOne = threads.submit(first);
            var ofOther = threads.submit(second);
            var answers = new Answer[] {ofOne.get(), ofOther.get()};
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> assertThat(answer.code()).isIn("last-administrator", "token-invalid"));
            return answers[0].status() == 200 ? one : other;
        }
    }

    private static Answer disabled(Person by, Person whom, CyclicBarrier together) throws Exception {
        together.await();
        return by.api().post(STAFF + whom.account() + "/disable");
    }

    private static void refuses_every_way_to_take_the_last_one_away(Tongban tongban, Person last) {
        // Bound to a region an administrator is none for the whole country; one who is not may still reach a colleague.
        var colleague = People.staff(tongban, ADMINISTRATOR);
        assertThat(put(last.api(), colleague, "region", "{'region': '410000'}").status())
                .isEqualTo(200);
        var second = People.staff(tongban, ADMINISTRATOR);
        assertThat(last.api().post(STAFF + second.account() + "/disable").status())
                .isEqualTo(200);
        // Its token lives on for a moment: the rule holds all the same.
        for (var answer : new Answer[] {
            second.api().post(STAFF + last.account() + "/disable"),
            put(second.api(), last, "roles", "{'roles': ['filing-reviewer']}"),
            put(second.api(), last, "region", "{'region': '410000'}")
        }) {
            assertThat(answer.code()).as(answer.toString()).isIn("last-administrator", "token-invalid");
        }
        assertThat(last.api().get(STAFF + last.account()).json().path("active").asBoolean())
                .isTrue();
    }

    private static Answer put(Api by, Person whom, String part, String body) {
        var path = STAFF + whom.account();
        var read = by.get(path);
        return read.status() == 200 ? by.with("If-Match", read.etag()).put(path + "/" + part, Api.json(body)) : read;
    }
}
