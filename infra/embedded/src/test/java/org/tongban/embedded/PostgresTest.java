package org.tongban.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tongban.embedded.EmbeddedProcess.Refusal;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PostgresTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";

    private final EmbeddedProcess embedded;

    PostgresTest() throws IOException {
        embedded = EmbeddedProcess.start(EmbeddedProcess.newFolder());
    }

    @AfterAll
    void stop() throws InterruptedException {
        embedded.close();
    }

    @Test
    void writes_settings_and_secrets_that_only_the_owner_reads() throws Exception {
        assertThat(embedded.settings())
                .containsOnlyKeys(
                        "DATABASE_URL",
                        "DATABASE_USER",
                        "DATABASE_PASSWORD",
                        "DATABASE_OWNER_USER",
                        "DATABASE_OWNER_PASSWORD",
                        "S3_ENDPOINT",
                        "S3_REGION",
                        "S3_BUCKET",
                        "S3_ACCESS_KEY",
                        "S3_SECRET_KEY",
                        "MASTER_KEY");
        assertThat(Base64.getDecoder().decode(embedded.setting("MASTER_KEY"))).hasSize(32);
        for (String file : List.of("embedded.env", "secrets.env")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(embedded.data().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void lets_both_roles_in_by_scram_only() throws Exception {
        assertThat(query(owner(), "select current_user")).containsExactly("tongban_owner");
        assertThat(query(application(), "select current_user")).containsExactly("tongban_app");
        assertThat(query(superuser(), "select distinct auth_method from pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
        assertThat(query(
                        superuser(),
                        "select rolname from pg_authid where rolname like 'tongban%' and (rolsuper or"
                                + " rolcreaterole or rolcreatedb or rolpassword not like 'SCRAM-SHA-256$%')"))
                .isEmpty();
        assertThatThrownBy(() -> connect("tongban_app", "guessed"))
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INVALID_PASSWORD);
    }

    @Test
    void lets_the_owner_make_tables_and_extensions() throws Exception {
        assertThat(query(
                        owner(),
                        "create schema made; create table made.here (n int); create extension pg_trgm schema made;"
                                + " select extname from pg_extension where extname = 'pg_trgm'"))
                .containsExactly("pg_trgm");
    }

    @Test
    void refuses_tables_and_schemas_of_the_application() {
        for (String command : List.of("create table public.mine (n int)", "create schema mine")) {
            assertThatThrownBy(() -> query(application(), command))
                    .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    @Test
    void is_durable_and_knows_chinese_order() throws Exception {
        Map<String, String> wanted = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "max_connections", "120",
                "listen_addresses", "127.0.0.1",
                "server_encoding", "UTF8");
        for (var entry : wanted.entrySet()) {
            assertThat(query(owner(), "show " + entry.getKey()))
                    .as(entry.getKey())
                    .containsExactly(entry.getValue());
        }
        assertThat(query(
                        owner(),
                        "select word from (values ('中'), ('安'), ('通')) as words (word) order by word collate"
                                + " \"zh-x-icu\""))
                .containsExactly("安", "通", "中");
    }

    @Test
    void refuses_a_second_process_on_the_same_folder() throws Exception {
        Refusal refusal = EmbeddedProcess.refused(embedded.data(), Map.of());

        assertThat(refusal.exitCode()).isOne();
        assertThat(refusal.message()).hasLineCount(1).contains("are running already (process");
        assertThat(query(application(), "select 1")).containsExactly("1");
        assertThat(embedded.data().resolve("embedded.env")).exists();
    }

    private Connection owner() throws SQLException {
        return connect(embedded.setting("DATABASE_OWNER_USER"), embedded.setting("DATABASE_OWNER_PASSWORD"));
    }

    private Connection application() throws SQLException {
        return connect(embedded.setting("DATABASE_USER"), embedded.setting("DATABASE_PASSWORD"));
    }

    private Connection superuser() throws Exception {
        Map<String, String> secrets = DataFolder.read(embedded.data().resolve("secrets.env"));
        return connect("postgres", secrets.getOrDefault("POSTGRES_PASSWORD", ""));
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(embedded.setting("DATABASE_URL"), user, password);
    }

    /** The first column of the last result; closes the connection. */
    private static List<String> query(Connection connection, String commands) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(commands);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            List<String> values = new ArrayList<>();
            try (var results = statement.getResultSet()) {
                while (results != null && results.next()) {
                    values.add(results.getString(1));
                }
            }
            return values;
        }
    }
}
