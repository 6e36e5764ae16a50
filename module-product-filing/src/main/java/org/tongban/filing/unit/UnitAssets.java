package org.tongban.filing.unit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A unit's figures of a calendar year (PF-10, Fields 4.3); amounts in units of 10,000 yuan. There is one row a unit and
 * year.
 */
@MappedEntity(value = "unit_assets", schema = "product_filing")
public record UnitAssets(
        @Id UUID unit,
        int year,
        BigDecimal totalCost,
        BigDecimal ipInvestment,
        BigDecimal netProfit,
        BigDecimal productSales,
        BigDecimal fixedAssets,
        BigDecimal outputValue,
        BigDecimal sellingExpenses,
        BigDecimal administrativeExpenses,
        BigDecimal financialExpenses,
        BigDecimal patentAssets,
        BigDecimal totalAssets,
        long employees) {}
