package org.tongban.filing.verification;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.BusinessRegistry;
import org.tongban.core.external.BusinessRegistry.Entry;
import org.tongban.core.identifier.CreditCodes;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.filing.ProductFilingModule;

/** Fetches what the registry of businesses has of a code, to fill the form of an enterprise with (PF-5). */
@Controller("/api/product-filing/v1/units/me/business-information")
class BusinessController {
    private final BusinessRegistry registry;
    private final CreditCodes codes;

    BusinessController(BusinessRegistry registry, CreditCodes codes) {
        this.registry = registry;
        this.codes = codes;
    }

    @Get
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "获取企业工商信息", description = "按统一社会信用代码查询登记机关，用于填写实名认证；法定代表人电话以掩码显示，未另行填写时由平台保存。")
    @Refuses({"not-found", "registry-unavailable", "unit-exists"})
    BusinessInformation fetchBusinessInformation(
            @QueryValue @Schema(minLength = 1, maxLength = 40, example = "91330108MA2H7K3D4J") String uscc) {
        return switch (codes.parse(uscc)) {
            case Parsed.Valid<UnifiedSocialCreditCode> valid ->
                registry.find(valid.identifier())
                        .map(BusinessInformation::of)
                        .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
            case Parsed.Refused<UnifiedSocialCreditCode> refused ->
                throw DomainException.of(CoreError.INVALID_INPUT, List.of(refused.at("/uscc")));
        };
    }

    /**
     * An enterprise as the registry knows it.
     *
     * @param legalRepPhone masked
     */
    @Serdeable
    record BusinessInformation(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "91330108MA2H7K3D4J")
            String uscc,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String name,

            @Nullable @Schema(example = "浙江省杭州市滨江区江南大道100号") String registeredAddress,

            @Nullable @Schema(example = "5000") String registeredCapital,

            @Nullable @Schema(example = "3599") String industryCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "陈海川")
            String legalRepName,

            @Nullable @Schema(example = "+86138****8000") String legalRepPhone) {
        static BusinessInformation of(Entry entry) {
            var capital = entry.registeredCapital();
            var phone = entry.phone();
            return new BusinessInformation(
                    entry.code().value(),
                    entry.name(),
                    entry.address(),
                    capital == null ? null : capital.toPlainString(),
                    entry.industry(),
                    entry.representative().name(),
                    phone == null ? null : phone.masked());
        }
    }
}
