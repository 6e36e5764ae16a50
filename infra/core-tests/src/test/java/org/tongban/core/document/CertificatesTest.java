package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.document.pdf.PdfRenderer;
import org.tongban.core.file.FileError;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.file.store.StoreConfiguration;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Certificates: issued with the decision, rendered once, kept, and the holder's alone (CO-60). */
@TongbanTest
@Tag("CO-60")
class CertificatesTest {
    private static final String MINE = "/api/platform/v1/me/documents";
    private static final String PUBLIC = Issuer.PUBLIC;

    private final Tongban tongban;
    private final Issuer issuer;

    CertificatesTest(Tongban tongban) {
        this.tongban = tongban;
        issuer = new Issuer(tongban);
    }

    private JsonNode certificate(People.Person holder, String note) {
        Notes.approved(tongban, holder.api(), note);
        var items = Notes.right(holder.api().get(MINE), 200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void the_holder_of_an_approved_record_gets_its_certificate_as_pdf() throws Exception {
        var holder = People.writer(tongban);
        var mine = certificate(holder, "农田巡检 㐂");
        assertThat(mine.path("state").asText()).isEqualTo("valid");
        assertThat(mine.path("title").asText()).isEqualTo("记录登记证书");

        var pdf = holder.api().get(mine.path("file").asText());

        assertThat(pdf.status()).as(pdf.toString()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment").contains(".pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "记录登记证书",
                            "持有人 农田巡检 㐂",
                            "记录“农田巡检 㐂”准予登记",
                            mine.path("number").asText())
                    .contains(mine.path("code").asText(), "数量", "12");
        }
        var again = holder.api()
                .with("If-None-Match", pdf.etag())
                .get(mine.path("file").asText());
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void the_first_rendering_is_kept_with_its_hash_and_served_from_then_on() throws Exception {
        var holder = People.writer(tongban);
        var mine = certificate(holder, "once");
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> holder.api().get(mine.path("file").asText()));
        }
        var hashes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
                hashes.add(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(answer.get().body())));
            }
        }
        assertThat(hashes.stream().distinct()).hasSize(1);
        var row = Rows.of(
                        tongban,
                        "select file_key, file_sha256 from core.document where id = ?",
                        UUID.fromString(mine.path("id").asText()))
                .getFirst();
        assertThat(row.get("file_sha256")).isEqualTo(hashes.getFirst());
        var store = tongban.context().getBean(ObjectStore.class);
        try (var stored = store.open(row.get("file_key").toString(), 0)) {
            assertThat(MessageDigest.getInstance("SHA-256").digest(stored.readAllBytes()))
                    .isEqualTo(HexFormat.of().parseHex(hashes.getFirst()));
        }
    }

    @Test
    void a_file_that_is_not_what_was_kept_is_not_served() {
        var holder = People.writer(tongban);
        var mine = certificate(holder, "damaged");
        Notes.right(holder.api().get(mine.path("file").asText()), 200);
        var id = UUID.fromString(mine.path("id").asText());
        Rows.change(tongban, "update core.document set file_sha256 = 'another' where id = ?", id);
        var damaged = holder.api().get(mine.path("file").asText());
        assertThat(damaged.status()).isEqualTo(500);
        assertThat(damaged.code()).isEqualTo("document-damaged");

        Rows.change(tongban, "update core.document set file_key = 'document/none' where id = ?", id);
        assertThat(holder.api().get(mine.path("file").asText()).code()).isEqualTo("document-damaged");
    }

    @Test
    void while_the_store_is_away_the_answer_is_503_and_nothing_is_lost() {
        var issued = issuer.issued(issuer.today(), issuer.today());
        var away = ObjectStore.at(new StoreConfiguration("http://127.0.0.1:1", "us-east-1", "bucket", "a", "s", null));
        var beans = tongban.context();
        var files = new DocumentFiles(
                beans.getBean(DocumentRepository.class),
                beans.getBean(DocumentSheets.class),
                beans.getBean(PdfRenderer.class),
                beans.getBean(CpuBound.class),
                away,
                tongban.context().getBean(Transactions.class));
        assertThatThrownBy(() -> files.serve(HttpRequest.GET("/"), issued.id()))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(FileError.STORE_UNAVAILABLE));
        away.close();

        var answer = beans.getBean(DocumentFiles.class).serve(HttpRequest.GET("/"), issued.id());
        assertThat(answer.code()).isEqualTo(200);
    }

    @Test
    @Tag("CO-46d")
    void a_copy_of_one_that_was_revoked_says_so_and_the_kept_one_comes_back_with_it() throws Exception {
        var issued = issuer.issued(issuer.today(), issuer.today());
        var kept = served(issued);
        issuer.revoke(issued);

        var copy = served(issued);

        assertThat(text(kept)).doesNotContain("已撤销");
        assertThat(text(copy)).contains("已撤销 Revoked 2026年11月20日", issued.number());
        assertThat(served(issued)).isEqualTo(copy);
        try (var document = Loader.loadPDF(copy)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        issuer.reinstate(issued);
        assertThat(served(issued)).isEqualTo(kept);
    }

    private byte[] served(IssuedDocument document) {
        return (byte[]) tongban.context()
                .getBean(DocumentFiles.class)
                .serve(HttpRequest.GET("/"), document.id())
                .body();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void nobody_gets_the_certificate_of_another() {
        var holder = People.writer(tongban);
        var mine = certificate(holder, "mine");
        var other = People.writer(tongban).api();
        assertThat(other.get(MINE).json().path("items")).isEmpty();
        var refused = other.get(mine.path("file").asText());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("document-not-found");
        assertThat(other.get(MINE + "/" + UUID.randomUUID() + "/file").code()).isEqualTo("document-not-found");
        assertThat(tongban.anonymous().get(mine.path("file").asText()).status()).isEqualTo(401);
        assertThat(tongban.anonymous().get(MINE).status()).isEqualTo(401);
        assertThat(holder.api().get(MINE + "?cursor=x").code()).isEqualTo("bad-cursor");
    }

    @Test
    void verification_shows_what_everybody_may_see_and_nothing_else() {
        var holder = People.writer(tongban);
        var mine = certificate(holder, "shown");
        var answer = tongban.anonymous().get(PUBLIC + mine.path("code").asText());
        var shown = answer.json();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.path("number")).isEqualTo(mine.path("number"));
        assertThat(shown.path("holder").asText()).isEqualTo("持有人 shown");
        assertThat(shown.path("facts")).hasSize(1);
        assertThat(shown.at("/facts/0/value").asText()).isEqualTo("shown");
        assertThat(answer.text())
                .doesNotContain("数量")
                .doesNotContain(holder.account().toString());
        var english = tongban.anonymous()
                .with("Accept-Language", "en")
                .get(PUBLIC + mine.path("code").asText().toLowerCase(Locale.ROOT));
        assertThat(english.json().path("stateTitle").asText()).isEqualTo("Valid");
    }
}
