package org.tongban.filing.certificate;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.filing.certificate.CertificateViews.PublicCertificate;

/** Recognitions for whoever has the number of their certificate, those that ended as well (PF-70, PF-71). */
@Controller("/api/product-filing/v1/public/recognitions")
@Tag(name = "public")
class PublicCertificateController {
    private final PublicCertificates certificates;

    PublicCertificateController(PublicCertificates certificates) {
        this.certificates = certificates;
    }

    @Open
    @Read
    @Get("/{certificateNumber}")
    @Operation(summary = "按证书编号查询认定", description = "证书内容和今天的状态；已撤销、已到期、已接替的也可查询。大小写、空格、横线不影响查询。")
    @Refuses({"not-found", "invalid-input"})
    HttpResponse<PublicCertificate> showCertificate(
            @PathVariable @Schema(maxLength = 100, example = "RD2026-0000001-6") String certificateNumber,
            @Parameter(hidden = true) Language language) {
        var found = certificates
                .find(Numbers.demand(certificateNumber, "/certificateNumber"), language)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return HttpResponse.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
