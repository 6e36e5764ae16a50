package org.tongban.filing.certificate;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.Consumer;
import org.tongban.core.document.DocumentFiles;
import org.tongban.core.document.DocumentMarks;
import org.tongban.core.document.MarkFormat;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Transactions;

/** Certificates and marks, for the unit that has them and for who reviews filings (PF-52, PF-54). */
@Controller("/api/product-filing/v1/recognitions/{id}")
@Tag(name = "recognition")
class CertificateController {
    private static final Title WORDS = new Title("专利密集型产品", "Patent-intensive product");

    private final FindCertificate findCertificate;
    private final IssueCertificates certificates;
    private final DocumentFiles files;
    private final DocumentMarks marks;
    private final Transactions transactions;
    private final BusinessClock clock;

    CertificateController(
            FindCertificate findCertificate,
            IssueCertificates certificates,
            DocumentFiles files,
            DocumentMarks marks,
            Transactions transactions,
            BusinessClock clock) {
        this.findCertificate = findCertificate;
        this.certificates = certificates;
        this.files = files;
        this.marks = marks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @SignedIn
    @Get(value = "/certificate", produces = MediaType.ALL)
    @Operation(summary = "下载认定证书", description = "PDF；已撤销的，证书上注明撤销日期。")
    @Refuses({
        "not-found",
        "recognition-not-in-force",
        "unit-exists",
        "store-unavailable",
        "document-damaged",
        "overloaded"
    })
    HttpResponse<?> downloadCertificate(UUID id, Caller caller, HttpRequest<?> request) {
        return files.serve(request, document(caller, id, found -> found.requireCertificate(clock.today())));
    }

    @SignedIn
    @Get(value = "/mark.png", produces = MediaType.ALL)
    @Operation(summary = "下载认定标识（PNG）", description = "宽1200像素，含查询二维码；仅在认定有效期内提供。")
    @Refuses({"not-found", "recognition-not-in-force", "unit-exists", "overloaded"})
    HttpResponse<?> downloadMarkAsPng(UUID id, Caller caller, HttpRequest<?> request) {
        return mark(caller, id, request, MarkFormat.PNG);
    }

    @SignedIn
    @Get(value = "/mark.svg", produces = MediaType.ALL)
    @Operation(summary = "下载认定标识（SVG）", description = "矢量图，文字已转为轮廓，含查询二维码；仅在认定有效期内提供。")
    @Refuses({"not-found", "recognition-not-in-force", "unit-exists", "overloaded"})
    HttpResponse<?> downloadMarkAsSvg(UUID id, Caller caller, HttpRequest<?> request) {
        return mark(caller, id, request, MarkFormat.SVG);
    }

    private HttpResponse<?> mark(Caller caller, UUID id, HttpRequest<?> request, MarkFormat format) {
        return marks.serve(
                request, document(caller, id, found -> found.requireInForceOn(clock.today())), WORDS, format);
    }

    /** The document is looked for here, and rendered without a connection. */
    private UUID document(Caller caller, UUID id, Consumer<Certified> demand) {
        return transactions.read(() -> {
            demand.accept(findCertificate.find(caller, id));
            return certificates.of(id).orElseThrow().id();
        });
    }
}
