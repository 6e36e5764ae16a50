package org.tongban.filing.unit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** All SQL of units' yearly figures. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssetsRepository extends GenericRepository<UnitAssets, UUID> {
    @Query("""
        select unit, year, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
               selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees
          from product_filing.unit_assets
         where unit = :unit and year = :year
        """)
    Optional<UnitAssets> of(UUID unit, int year);

    @Query("""
        insert into product_filing.unit_assets (
               unit, year, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
               selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees)
        values (:unit, :year, :totalCost, :ipInvestment, :netProfit, :productSales, :fixedAssets, :outputValue,
               :sellingExpenses, :administrativeExpenses, :financialExpenses, :patentAssets, :totalAssets, :employees)
        on conflict (unit, year) do nothing
        """)
    void add(UnitAssets assets);
}
