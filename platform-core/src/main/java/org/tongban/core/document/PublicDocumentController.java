package org.tongban.core.document;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tongban.core.document.DocumentViews.Verified;
import org.tongban.core.module.Language;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;

/** Documents for whoever has their code: the state at this moment, and what can be checked offline (CO-60, CO-60b). */
@Tag(name = "public")
@Controller(PublicDocumentController.PATH)
class PublicDocumentController {
    static final String PATH = "/api/platform/v1/public/documents";

    private static final MediaType JWS = new MediaType("application/jose");
    private static final String CODE = "4JX9-0AZQ-7K2M-W3TB";

    private final Verification verification;
    private final SignedDocuments signed;

    PublicDocumentController(Verification verification, SignedDocuments signed) {
        this.verification = verification;
        this.signed = signed;
    }

    /** Says whether a document is valid at this moment. */
    @Open
    @Get("/{code}")
    @Refuses("document-not-found")
    HttpResponse<Verified> verifyDocument(
            @PathVariable @Schema(example = CODE) String code, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(verification.verified(found(code), language))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The document as a JWS that the published keys verify. */
    @Open
    @Get(value = "/{code}/jws", produces = MediaType.ALL)
    @Refuses({"document-not-found", "document-withdrawn"})
    HttpResponse<String> signedDocument(@PathVariable @Schema(example = CODE) String code) {
        return HttpResponse.ok(signed.sign(found(code))).contentType(JWS).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private DocumentRow found(String code) {
        return verification.find(code).orElseThrow(() -> DomainException.of(DocumentError.DOCUMENT_NOT_FOUND));
    }
}
