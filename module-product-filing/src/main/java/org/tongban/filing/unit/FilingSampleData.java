package org.tongban.filing.unit;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.agreement.SampleAgreements;
import org.tongban.core.module.SampleData;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFilingModule;

/**
 * Two reviewers, and two sample units, verified, with the figures of the data year and an account each. The units' names
 * are those of real holders of the sample registry's patents; their credit codes and phones are made up.
 */
@Singleton
@Requires(property = "platform.demo", value = "true")
class FilingSampleData implements SampleData {
    private static final String ORIGIN = "sample";
    private static final String REVIEWER_ROLE = "filing-reviewer";

    private final OrganisationDirectory organisations;
    private final FilingUnits units;
    private final YearFigures figures;
    private final SampleAccounts accounts;
    private final SampleAgreements agreements;
    private final Transactions transactions;
    private final BusinessClock clock;

    FilingSampleData(
            OrganisationDirectory organisations,
            FilingUnits units,
            YearFigures figures,
            SampleAccounts accounts,
            SampleAgreements agreements,
            Transactions transactions,
            BusinessClock clock) {
        this.organisations = organisations;
        this.units = units;
        this.figures = figures;
        this.accounts = accounts;
        this.agreements = agreements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "product-filing";
    }

    @Override
    public void load() {
        var research = unit("12410100000000019R", "中科大数据研究院", List.of(), "410000");
        account("unit-a", "+8613800000001", research);
        var railway = unit("91110108000000027Y", "北京新联铁集团股份有限公司", List.of("北京新联铁科技股份有限公司"), "110000");
        account("unit-b", "+8613800000002", railway);
        agreements.put(
                ProductFilingModule.REGISTRATION_AGREEMENT,
                "示例：备案单位对所填报信息的真实性、完整性负责。",
                "Sample: the unit answers for what it files being true and complete.");
        accounts.putStaff("reviewer", REVIEWER_ROLE);
        accounts.putStaff("reviewer-2", REVIEWER_ROLE);
        accounts.putStaff("filing-manager", "filing-manager");
        accounts.putStaff("filing-manager-2", "filing-manager");
        accounts.putStaff("objection-officer", "objection-officer");
    }

    private Organisation unit(String uscc, String name, List<String> formerNames, String region) {
        return transactions.write(() -> {
            var organisation = organisations.register(uscc, name, formerNames, region);
            var unit = units.register(organisation.id(), ORIGIN);
            figures.add(figures(unit.id(), clock.today().getYear() - 1));
            return organisation;
        });
    }

    private void account(String login, String phone, Organisation organisation) {
        accounts.put(
                ProductFilingModule.REALM,
                login,
                hash -> NewAccount.applicant(ProductFilingModule.REALM, login, hash, null, organisation.id())
                        .withPhone(phone));
    }

    private static UnitAssets figures(UUID unit, int year) {
        return new UnitAssets(
                unit,
                year,
                new BigDecimal("8000"),
                new BigDecimal("1200"),
                new BigDecimal("900"),
                new BigDecimal("12000"),
                new BigDecimal("5000"),
                new BigDecimal("13000"),
                new BigDecimal("600"),
                new BigDecimal("700"),
                new BigDecimal("-20.5"),
                new BigDecimal("300"),
                new BigDecimal("20000"),
                160);
    }
}
