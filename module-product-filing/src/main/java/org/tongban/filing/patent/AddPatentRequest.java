package org.tongban.filing.patent;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A patent to add by its number (PF-21). */
@Serdeable
@Schema(name = "AddPatentRequest")
record AddPatentRequest(
        @Schema(description = "专利号，可带 ZL、空格或小数点", maxLength = 40, example = "ZL202121635235.X")
        String patentNumber,

        Acquisition acquisition) {}
