package org.tongban.filing.statistic;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.publicdata.StatisticsView;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.filing.ProductFilingModule;

/** The counts for staff; the public reads its own of the collection of products (PF-72). */
@Controller("/api/product-filing/v1/statistics")
@Tag(name = "statistics")
class StatisticsController {
    private final StaffStatistics statistics;

    StatisticsController(StaffStatistics statistics) {
        this.statistics = statistics;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.READ_STATISTICS)
    @Operation(summary = "查看统计", description = "公开的产品按状态、数据年度、行业、省份统计，备案、更新和认定按年度和状态统计；区域工作人员只见本省公开的产品。")
    StatisticsView showStatistics(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(minimum = "2000", maximum = "2999", description = "公开产品的数据年度，默认全部年度", example = "2025")
                    Integer year,
            @Parameter(hidden = true) Language language) {
        return StatisticsView.of(statistics.of(caller.region(), year), language);
    }
}
