package org.tongban.filing.certificate;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What leaves the API about certificates. */
final class CertificateViews {
    private CertificateViews() {}

    /** A certificate of a recognition as anybody sees it: what stands on it, and its state today. */
    @Serdeable
    @Schema(name = "PublicCertificate")
    record PublicCertificate(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RD2026-0000001-6")
            String certificateNumber,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "recognised, revoked, expired or superseded",
                    example = "recognised")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已认定")
            String stateTitle,

            @Nullable LocalDate revokedOn,

            @Nullable @Schema(description = "true while the decision that revoked it is re-examined")
            Boolean underReexamination,

            @Nullable
            @Schema(description = "The number of the next recognition's certificate", example = "RD2027-0000001-4")
            String supersededBy,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate recognisedOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The last day")
            LocalDate validUntil,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "TB-100")
            String model,

            @Nullable @Schema(example = "智能无人飞行器制造") String category,

            @Nullable
            @Schema(
                    description = "In the language of the request, as far as it has a name in it",
                    example = "计算机、通信和其他电子设备制造业")
            String industry,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String filingNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "北京新联铁集团股份有限公司")
            String unit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "91110108735583604R")
            String creditCode,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The page of verification",
                    example = "http://localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB")
            String page,

            @Nullable @Schema(description = "As what the product is public today; absent where it is not")
            ShownProduct shownProduct) {}

    /** A product in the public collection. */
    @Serdeable
    @Schema(name = "ShownProduct")
    record ShownProduct(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "filed")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已备案")
            String stateTitle,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/public/products/019aa1b0-5d70-7c4e-9a11-0242ac120002")
            String href) {}
}
