package org.tongban.filing.unit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
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
        select unit, year, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
               selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees
          from product_filing.unit_assets
         where unit = :unit
         order by year desc
         limit 100
        """)
    List<UnitAssets> all(UUID unit);

    @Query("select version from product_filing.unit_assets where unit = :unit and year = :year")
    Optional<Long> version(UUID unit, int year);

    @Query("""
        insert into product_filing.unit_assets (
               unit, year, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
               selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees)
        values (:unit, :year, :totalCost, :ipInvestment, :netProfit, :productSales, :fixedAssets, :outputValue,
               :sellingExpenses, :administrativeExpenses, :financialExpenses, :patentAssets, :totalAssets, :employees)
        on conflict (unit, year) do nothing
        """)
    void add(UnitAssets assets);

    @Query("""
        insert into product_filing.unit_assets (
               unit, year, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
               selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees)
        values (:unit, :year, :totalCost, :ipInvestment, :netProfit, :productSales, :fixedAssets, :outputValue,
               :sellingExpenses, :administrativeExpenses, :financialExpenses, :patentAssets, :totalAssets, :employees)
        on conflict (unit, year) do update
        set total_cost = excluded.total_cost, ip_investment = excluded.ip_investment, net_profit = excluded.net_profit,
            product_sales = excluded.product_sales, fixed_assets = excluded.fixed_assets,
            output_value = excluded.output_value, selling_expenses = excluded.selling_expenses,
            administrative_expenses = excluded.administrative_expenses,
            financial_expenses = excluded.financial_expenses, patent_assets = excluded.patent_assets,
            total_assets = excluded.total_assets, employees = excluded.employees,
            version = unit_assets.version + 1
        """)
    void put(UnitAssets assets);

    /** Whether a filing in review or filed, or an update in review, has this data year; the one place that says so. */
    @Query("""
        select (exists (
            select 1 from product_filing.product
             where unit = :unit and data_year = :year and state in ('IN_REVIEW', 'FILED', 'REVOCATION_IN_REVIEW'))
            or exists (
            select 1 from product_filing.product_update
             where unit = :unit and data_year = :year and state = 'IN_REVIEW'))
           and not exists (
            select 1 from product_filing.unit_assets where unit = :unit and year = :year and opened)
        """)
    boolean isLocked(UUID unit, int year);

    /** A row that is so already is not locked: all of a unit's filings rest on one. */
    @Query("""
        update product_filing.unit_assets set opened = :opened
         where unit = :unit and year = :year and opened <> :opened
        """)
    void mark(UUID unit, int year, boolean opened);
}
