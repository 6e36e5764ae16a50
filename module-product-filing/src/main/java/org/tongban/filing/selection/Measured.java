package org.tongban.filing.selection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate with all that it can be measured by; the unit's figures are absent where its year was never entered. */
@Introspected
@MappedEntity
record Measured(
        @Id UUID id,
        String product,
        String evidence,
        @Nullable BigDecimal totalCost,
        @Nullable BigDecimal ipInvestment,
        @Nullable BigDecimal netProfit,
        @Nullable BigDecimal productSales,
        @Nullable BigDecimal outputValue,
        @Nullable BigDecimal patentAssets,
        @Nullable BigDecimal totalAssets,
        @Nullable BigDecimal employees,
        long valid,
        long inventions,
        long core,
        long publicCore,
        long disputed,
        long hidden) {}
