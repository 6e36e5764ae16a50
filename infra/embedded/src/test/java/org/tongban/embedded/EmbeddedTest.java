package org.tongban.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongban.embedded.EmbeddedProcess.Refusal;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedTest {
    @Test
    void keeps_data_over_a_kill_and_over_an_orderly_stop() throws Exception {
        Path data = EmbeddedProcess.newFolder();
        Map<String, String> before;
        ProcessHandle orphan;
        try (EmbeddedProcess first = EmbeddedProcess.start(data)) {
            update(first, "create table kept (line text)", "insert into kept values ('before the kill')");
            before = first.settings();
            orphan = first.postgres();
            first.kill();
        }
        assertThat(orphan.isAlive()).as("PostgreSQL outlives the kill").isTrue();

        try (EmbeddedProcess second = EmbeddedProcess.start(data)) {
            assertThat(orphan.isAlive()).as("the orphan was stopped").isFalse();
            assertThat(lines(second)).containsExactly("before the kill");
            assertThat(second.settings()).containsAllEntriesOf(secretsOf(before));
            update(second, "insert into kept values ('before the stop')");
            ProcessHandle postgres = second.postgres();

            assertThat(second.terminate()).isEqualTo(128 + 15);

            assertThat(postgres.isAlive()).isFalse();
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
            assertThat(data.resolve("embedded.env")).doesNotExist();
            assertThat(data.resolve("embedded.pid")).doesNotExist();
        }

        // A pid file whose number is now another process's: this test's.
        Files.write(
                data.resolve("postgresql/postmaster.pid"),
                List.of("" + ProcessHandle.current().pid(), "" + data.resolve("postgresql"), "1", "5432"));
        try (EmbeddedProcess third = EmbeddedProcess.start(data)) {
            assertThat(lines(third)).containsExactly("before the kill", "before the stop");
            ProcessHandle postgres = third.postgres();

            assertThat(third.closeInput()).isZero();

            assertThat(postgres.isAlive()).isFalse();
        }
    }

    @Test
    void begins_anew_where_the_first_start_was_cut_short() throws Exception {
        Path data = EmbeddedProcess.newFolder();
        Files.createDirectories(data.resolve("postgresql/base"));
        Files.writeString(data.resolve("postgresql/postgresql.conf"), "# initdb came no further\n");

        try (EmbeddedProcess started = EmbeddedProcess.start(data)) {
            update(started, "create table made (line text)");
            assertThat(started.settings()).containsKey("DATABASE_URL");
        }
    }

    @Test
    void refuses_data_whose_secrets_are_gone() throws Exception {
        Path data = EmbeddedProcess.newFolder();
        Files.createDirectories(data.resolve("postgresql"));
        Files.writeString(data.resolve("postgresql/tongban.prepared"), "");

        Refusal refusal = EmbeddedProcess.refused(data, Map.of());

        assertThat(refusal.exitCode()).isOne();
        assertThat(refusal.message()).contains("secrets.env").contains("put that file back");
    }

    @Test
    void refuses_a_postgres_port_in_use_and_names_the_variable() throws Exception {
        refusesPortInUse("EMBEDDED_PG_PORT");
    }

    @Test
    void refuses_a_store_port_in_use_and_names_the_variable() throws Exception {
        refusesPortInUse("EMBEDDED_S3_PORT");
    }

    private static void refusesPortInUse(String variable) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Refusal refusal =
                    EmbeddedProcess.refused(EmbeddedProcess.newFolder(), Map.of(variable, "" + taken.getLocalPort()));

            assertThat(refusal.exitCode()).isOne();
            assertThat(refusal.message())
                    .hasLineCount(1)
                    .contains("Port " + taken.getLocalPort() + " on 127.0.0.1 is in use")
                    .contains("set " + variable);
        }
    }

    @Test
    void reports_all_faults_of_the_environment_at_once() throws Exception {
        Refusal refusal = EmbeddedProcess.refused(
                EmbeddedProcess.newFolder(),
                Map.of("TONGBAN_DATA", "", "EMBEDDED_PG_PORT", "many", "EMBEDDED_S3_PORT", "70000"));

        assertThat(refusal.exitCode()).isOne();
        assertThat(refusal.message()).contains("TONGBAN_DATA", "EMBEDDED_PG_PORT", "EMBEDDED_S3_PORT");
    }

    private static Map<String, String> secretsOf(Map<String, String> settings) {
        Map<String, String> secrets = new HashMap<>(settings);
        secrets.keySet().removeAll(List.of("DATABASE_URL", "S3_ENDPOINT"));
        return secrets;
    }

    private static void update(EmbeddedProcess embedded, String... commands) throws SQLException {
        try (Connection connection = owner(embedded);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> lines(EmbeddedProcess embedded) throws SQLException {
        try (Connection connection = owner(embedded);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select line from kept order by ctid")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static Connection owner(EmbeddedProcess embedded) throws SQLException {
        return DriverManager.getConnection(
                embedded.setting("DATABASE_URL"),
                embedded.setting("DATABASE_OWNER_USER"),
                embedded.setting("DATABASE_OWNER_PASSWORD"));
    }
}
