package org.tongban.core.file.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.file.PdfFile.FILES;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.PdfFile;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What may show an identity document lies in the store sealed, under a key of its own (CO-58). */
@TongbanTest
@Tag("CO-58")
class SealedFilesTest {
    private static final byte[] HEAD = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final Tongban tongban;
    private final People.Person writer;
    private final byte[] content = PdfFile.bytes();
    private final UUID file;
    private final String key;

    SealedFilesTest(Tongban tongban) {
        this.tongban = tongban;
        this.writer = People.writer(tongban);
        var proof = Proofs.ofPhone(tongban, tongban.anonymous(), writer.realm(), "lost-phone", People.phone());
        var taken = tongban.anonymous()
                .with("Code-Proof", proof)
                .bytes("POST", "/api/platform/v1/public/files?slot=platform/account-proof", content, "application/pdf");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        this.file = UUID.fromString(taken.json().path("id").asText());
        Rows.change(tongban, "update core.file set uploader = ? where id = ?", writer.account(), file);
        this.key = String.valueOf(Rows.of(tongban, "select storage_key from core.file where id = ?", file)
                .getFirst()
                .get("storage_key"));
    }

    private MinioClient store() {
        var environment = tongban.servers().environment();
        return MinioClient.builder()
                .endpoint(environment.get("S3_ENDPOINT"))
                .region(environment.getOrDefault("S3_REGION", "us-east-1"))
                .credentials(environment.get("S3_ACCESS_KEY"), environment.get("S3_SECRET_KEY"))
                .build();
    }

    private String bucket() {
        return tongban.servers().environment().get("S3_BUCKET");
    }

    private byte[] stored() throws Exception {
        try (var object = store().getObject(
                        GetObjectArgs.builder().bucket(bucket()).object(key).build())) {
            return object.readAllBytes();
        }
    }

    @Test
    void the_store_has_nothing_of_it_in_clear_and_the_platform_serves_it_as_it_was() throws Exception {
        var sealed = stored();
        assertThat(sealed.length).isGreaterThan(content.length);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(HEAD, StandardCharsets.US_ASCII), "endobj");

        var whole = writer.api().get(FILES + "/" + file + "/content");
        assertThat(whole.status()).as(whole.toString()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        var part = writer.api().with("Range", "bytes=5-24").get(FILES + "/" + file + "/content");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 5, 25));
    }

    @Test
    void each_file_has_a_key_of_its_own() throws Exception {
        var same = new SealedFilesTest(tongban);
        assertThat(same.stored()).isNotEqualTo(stored());
        assertThat(Rows.count(tongban, "select count(*) from core.sealed_object where key in (?, ?)", key, same.key))
                .isEqualTo(2);
    }

    @Test
    void a_file_that_was_changed_in_the_store_is_not_served() throws Exception {
        var sealed = stored();
        sealed[sealed.length - 1] ^= 1;
        put(sealed);
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(503);
        put(new SealedFilesTest(tongban).stored());
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(503);
    }

    private void put(byte[] bytes) throws Exception {
        store().putObject(PutObjectArgs.builder().bucket(bucket()).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    @Test
    void what_is_deleted_loses_its_key() {
        tongban.context().getBean(ObjectStore.class).delete(key);
        assertThat(Rows.count(tongban, "select count(*) from core.sealed_object where key = ?", key))
                .isZero();
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(404);
    }
}
