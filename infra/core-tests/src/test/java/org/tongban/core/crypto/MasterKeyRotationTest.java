package org.tongban.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** An installation's master key is replaced, on servers of its own: old key, both, new key alone (CO-58). */
@Tag("CO-58")
class MasterKeyRotationTest {
    private static final String PHONE = "+8613900001234";
    private static final String NEW =
            Base64.getEncoder().encodeToString("a new key of thirty-two bytes...".getBytes(StandardCharsets.US_ASCII));

    @Test
    void what_the_old_key_sealed_is_opened_sealed_anew_and_opened_by_the_new_key_alone() throws IOException {
        var data = Path.of("target/tongban-data/rotation-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        try (var servers = EmbeddedProcess.start(data)) {
            var old = servers.environment().get("MASTER_KEY");
            var first = Tongban.start(servers, data, Map.of());
            var writer = People.writerWithPhone(first, PHONE);
            var index = index(first);
            var image = ObjectStore.SEALED + "rotation";
            store(first, image);
            first.stop();
            var newAlone = Map.<String, Object>of("platform.master-key", NEW, "platform.tasks.enabled", false);
            assertThatThrownBy(() -> Tongban.start(servers, data, newAlone))
                    .as("without the old key nothing starts")
                    .hasStackTraceContaining("platform.old-master-keys");

            var both = Tongban.start(
                    servers,
                    data,
                    Map.of(
                            "platform.master-key",
                            NEW,
                            "platform.old-master-keys",
                            old,
                            "platform.tasks.enabled",
                            false));
            var accounts = both.context().getBean(Accounts.class);
            assertThat(accounts.phone(writer.account())).contains(PHONE);
            assertThat(underAnother(both)).isPositive();
            both.context().getBean(ResealValues.class).run();
            assertThat(underAnother(both)).isZero();
            assertThat(accounts.phone(writer.account())).contains(PHONE);
            assertThat(both.context().getBean(ResealValues.class).reseal()).isEqualTo(new ResealValues.Tally(0, 0));
            both.stop();

            var last = Tongban.start(servers, data, newAlone);
            assertThat(last.context().getBean(Accounts.class).phone(writer.account()))
                    .contains(PHONE);
            assertThat(index(last)).as("the blind index stays").isEqualTo(index);
            assertThat(People.signIn(last, writer.realm(), writer.login(), People.PASSWORD)
                            .status())
                    .isEqualTo(201);
            assertThat(last.withToken(writer.token()).get("/api/platform/v1/me").status())
                    .as("a token signed before is still good")
                    .isEqualTo(200);
            assertThat(opened(last, image)).isEqualTo(PHONE);
            last.stop();
        }
    }

    /** Puts an object into the store that lies there sealed. */
    private static void store(Tongban tongban, String key) throws IOException {
        var bytes = PHONE.getBytes(StandardCharsets.US_ASCII);
        tongban.context().getBean(ObjectStore.class).put(key, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static String opened(Tongban tongban, String key) throws IOException {
        try (var content = tongban.context().getBean(ObjectStore.class).open(key, 0)) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String index(Tongban tongban) {
        return Base64.getEncoder()
                .encodeToString(tongban.context().getBean(MasterKey.class).blindIndex(PHONE, "core.account.phone"));
    }

    /** How many values of all sealed columns stand under another key than the present one. */
    private static long underAnother(Tongban tongban) {
        var context = tongban.context();
        var present = context.getBean(MasterKey.class).keyId();
        var columns = context.getBean(SealedColumns.class);
        return context.getBean(Transactions.class)
                .read(() -> columns.all().stream()
                        .mapToLong(column ->
                                columns.notUnder(column, present, null, 100).size())
                        .sum());
    }

    @Test
    void every_sealed_column_is_found_with_the_place_of_its_values_and_may_be_written() {
        var tongban = Tongban.running();
        var columns = tongban.context().getBean(SealedColumns.class);
        var found = tongban.context().getBean(Transactions.class).read(columns::all);
        assertThat(found)
                .contains(
                        new SealedColumns.Column("core.account", "phone", "id", "uuid", "core.account.phone"),
                        new SealedColumns.Column("core.message", "recipient", "id", "uuid", "core.message.phone"),
                        new SealedColumns.Column("core.secret", "value", "name", "text", "core.secret.value"),
                        new SealedColumns.Column(
                                "core.signing_key", "private_jwk", "kid", "text", "core.signing_key.private_jwk/"))
                .hasSize((int) Rows.count(tongban, """
                    select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
                    where c.relkind = 'r' and a.atttypid = 'core.sealed'::regtype and not a.attisdropped
                    """));
        assertThat(found)
                .allSatisfy(column -> assertThat(Rows.of(
                                tongban,
                                "select has_column_privilege(?, ?, 'update') as granted",
                                column.table(),
                                column.name()))
                        .extracting(row -> row.get("granted"))
                        .as("the application may update %s", column)
                        .containsExactly(true));
    }

    @Test
    void a_sealed_column_takes_nothing_in_clear() {
        var tongban = Tongban.running();
        assertThatThrownBy(() -> Rows.of(
                        tongban, "update core.account set phone = ? where login = 'admin' returning id", (Object)
                                PHONE.getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("sealed_check");
    }
}
