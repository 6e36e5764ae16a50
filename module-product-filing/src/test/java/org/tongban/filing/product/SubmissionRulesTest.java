package org.tongban.filing.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.web.Violation;
import org.tongban.filing.patent.UnitPatent;

class SubmissionRulesTest {
    private static ListAssert<String> broken(SubmissionRule rule, CompleteFiling filing) {
        return assertThat(rule.check(filing.submission()).stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList());
    }

    private static void passes(SubmissionRule rule, CompleteFiling filing) {
        assertThat(rule.check(filing.submission())).isEmpty();
    }

    @Test
    void a_complete_filing_breaks_no_rule() {
        assertThat(SubmissionRules.check(new CompleteFiling().submission())).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var filing = new CompleteFiling()
                .withoutPatents()
                .with("sales", "1000.01")
                .with("exports", "2000")
                .without("declarations");

        assertThat(SubmissionRules.check(filing.submission()))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/product/sales", "/product/exports", "/product/declarations", "/patents");
    }

    @Test
    void a_draft_without_any_field_raises_no_exception() {
        var filing = new CompleteFiling().withoutPatents();
        filing.product.removeAll();

        assertThat(SubmissionRules.check(filing.submission()))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/product/declarations", "/patents");
    }

    @Test
    @Tag("PF-10")
    void the_units_figures_of_the_data_year_are_demanded() {
        passes(SubmissionRules.THE_UNIT_HAS_GIVEN_ITS_FIGURES, new CompleteFiling());
        broken(SubmissionRules.THE_UNIT_HAS_GIVEN_ITS_FIGURES, new CompleteFiling().withoutAssets())
                .containsExactly(" asset-information-required");
    }

    @Test
    @Tag("PF-31")
    void sales_may_reach_the_units_and_not_exceed_them() {
        passes(SubmissionRules.SALES_ARE_WITHIN_THE_UNITS, new CompleteFiling().with("sales", "1000.000000"));
        broken(SubmissionRules.SALES_ARE_WITHIN_THE_UNITS, new CompleteFiling().with("sales", "1000.000001"))
                .containsExactly("/product/sales above-unit");
    }

    @Test
    @Tag("PF-31")
    void output_value_stays_within_the_units() {
        passes(SubmissionRules.OUTPUT_VALUE_IS_WITHIN_THE_UNITS, new CompleteFiling().with("outputValue", "1200"));
        broken(SubmissionRules.OUTPUT_VALUE_IS_WITHIN_THE_UNITS, new CompleteFiling().with("outputValue", "1201"))
                .containsExactly("/product/outputValue above-unit");
    }

    @Test
    @Tag("PF-31")
    void total_cost_stays_within_the_units() {
        passes(SubmissionRules.TOTAL_COST_IS_WITHIN_THE_UNITS, new CompleteFiling().without("totalCost"));
        broken(SubmissionRules.TOTAL_COST_IS_WITHIN_THE_UNITS, new CompleteFiling().with("totalCost", "801"))
                .containsExactly("/product/totalCost above-unit");
    }

    @Test
    @Tag("PF-31")
    void ip_investment_stays_within_the_units() {
        passes(SubmissionRules.IP_INVESTMENT_IS_WITHIN_THE_UNITS, new CompleteFiling().with("ipInvestment", "95"));
        broken(SubmissionRules.IP_INVESTMENT_IS_WITHIN_THE_UNITS, new CompleteFiling().with("ipInvestment", "95.1"))
                .containsExactly("/product/ipInvestment above-unit");
    }

    @Test
    @Tag("PF-31")
    void ip_investment_stays_within_the_products_cost() {
        passes(SubmissionRules.IP_INVESTMENT_IS_WITHIN_THE_COST, new CompleteFiling());
        broken(SubmissionRules.IP_INVESTMENT_IS_WITHIN_THE_COST, new CompleteFiling().with("totalCost", "80"))
                .containsExactly("/product/ipInvestment above-total-cost");
    }

    @Test
    @Tag("PF-31")
    void exports_stay_within_the_sales() {
        passes(SubmissionRules.EXPORTS_ARE_WITHIN_THE_SALES, new CompleteFiling().with("exports", "1000"));
        broken(SubmissionRules.EXPORTS_ARE_WITHIN_THE_SALES, new CompleteFiling().with("exports", "1000.5"))
                .containsExactly("/product/exports above-sales");
    }

    @Test
    @Tag("PF-31")
    void a_product_that_is_exported_names_where_to() {
        passes(
                SubmissionRules.EXPORTS_NAME_THEIR_PLACES,
                new CompleteFiling().with("exports", "0").without("exportPlaces"));
        broken(SubmissionRules.EXPORTS_NAME_THEIR_PLACES, new CompleteFiling().without("exportPlaces"))
                .containsExactly("/product/exportPlaces required");
    }

    @Test
    @Tag("PF-31")
    void production_began_this_year_at_the_latest() {
        var filing = new CompleteFiling();
        filing.product.put("firstProductionYear", 2026);
        passes(SubmissionRules.PRODUCTION_HAS_BEGUN, filing);
        filing.product.put("firstProductionYear", 2027);
        broken(SubmissionRules.PRODUCTION_HAS_BEGUN, filing).containsExactly("/product/firstProductionYear future");
    }

    @Test
    @Tag("PF-31")
    void the_index_of_the_first_way_is_reckoned_to_a_hundredth() {
        // 100 × 90 / 600 × 0.8 = 12
        for (var index : List.of("12", "12.01", "11.99")) {
            passes(
                    SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT,
                    new CompleteFiling().with("contributionIndex", index));
        }
        for (var index : List.of("12.02", "11.98", "0")) {
            broken(SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT, new CompleteFiling().with("contributionIndex", index))
                    .containsExactly("/product/contributionIndex formula");
        }
    }

    @Test
    @Tag("PF-31")
    void the_index_is_rounded_half_up() {
        // 100 × 90 / 600 × 0.8003 = 12.0045 → 12.00; × 0.8009 = 12.0135 → 12.01
        var rounded = new CompleteFiling().with("contributionK", "0.8009").with("contributionIndex", "12.02");
        passes(SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT, rounded);
        broken(
                        SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT,
                        new CompleteFiling().with("contributionK", "0.8003").with("contributionIndex", "12.02"))
                .containsExactly("/product/contributionIndex formula");
    }

    @Test
    @Tag("PF-31")
    void the_index_is_capped_at_a_hundred() {
        passes(
                SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT,
                new CompleteFiling().with("contributionK", "100").with("contributionIndex", "100"));
    }

    @Test
    @Tag("PF-31")
    void a_cost_of_nothing_has_no_ratio() {
        broken(SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT, new CompleteFiling().with("totalCost", "0.00"))
                .containsExactly("/product/totalCost positive");
    }

    @Test
    @Tag("PF-31")
    void the_other_ways_are_not_reckoned() {
        passes(
                SubmissionRules.THE_INVESTMENT_RATIO_IS_RIGHT,
                new CompleteFiling().with("contributionMethod", "licence-rate").with("contributionIndex", "55"));
    }

    @Test
    @Tag("PF-36")
    void all_three_declarations_are_demanded() {
        passes(SubmissionRules.ALL_DECLARATIONS_ARE_MADE, new CompleteFiling());
        var filing = new CompleteFiling();
        filing.product.withArray("declarations").remove(2);
        broken(SubmissionRules.ALL_DECLARATIONS_ARE_MADE, filing).containsExactly("/product/declarations required");
    }

    @Test
    @Tag("PF-32")
    void one_patent_at_least_is_linked() {
        passes(SubmissionRules.AT_LEAST_ONE_PATENT_IS_LINKED, new CompleteFiling());
        broken(SubmissionRules.AT_LEAST_ONE_PATENT_IS_LINKED, new CompleteFiling().withoutPatents())
                .containsExactly("/patents min-items");
    }

    @Test
    @Tag("PF-32")
    void a_patent_is_linked_once() {
        var patent = CompleteFiling.granted("202121741650.3");
        passes(SubmissionRules.NO_PATENT_IS_LINKED_TWICE, new CompleteFiling().link(patent));
        broken(
                        SubmissionRules.NO_PATENT_IS_LINKED_TWICE,
                        new CompleteFiling().link(patent).link(patent))
                .containsExactly("/patents/2/patentId duplicate");
    }

    @Test
    @Tag("PF-32")
    void a_patent_outside_the_units_list_is_refused() {
        passes(SubmissionRules.EVERY_PATENT_IS_IN_THE_UNITS_LIST, new CompleteFiling());
        broken(SubmissionRules.EVERY_PATENT_IS_IN_THE_UNITS_LIST, new CompleteFiling().link(new UUID(7, 7)))
                .containsExactly("/patents/1/patentId unknown-patent");
    }

    @Test
    @Tag("PF-32")
    void a_patent_is_valid_on_the_day_of_submission() {
        var lastDay = CompleteFiling.TODAY.minusYears(10);
        passes(SubmissionRules.EVERY_PATENT_IS_VALID_TODAY, new CompleteFiling().link(patent(lastDay)));
        broken(SubmissionRules.EVERY_PATENT_IS_VALID_TODAY, new CompleteFiling().link(patent(lastDay.minusDays(1))))
                .containsExactly("/patents/1/patentId not-valid");
    }

    @Test
    @Tag("PF-32")
    void a_lapsed_patent_is_refused_and_one_in_grace_is_not() {
        var filedOn = LocalDate.of(2021, 7, 15);
        var name = CompleteFiling.UNIT_NAME;
        passes(
                SubmissionRules.EVERY_PATENT_IS_VALID_TODAY,
                new CompleteFiling()
                        .link(CompleteFiling.patent("202121751980.0", name, LegalStatus.IN_GRACE, filedOn, true)));
        broken(
                        SubmissionRules.EVERY_PATENT_IS_VALID_TODAY,
                        new CompleteFiling()
                                .link(CompleteFiling.patent("202121751980.0", name, LegalStatus.LAPSED, filedOn, true)))
                .containsExactly("/patents/1/patentId not-valid");
    }

    @Test
    @Tag("PF-32")
    void an_unverified_patent_is_left_to_the_reviewer() {
        passes(
                SubmissionRules.EVERY_PATENT_IS_VALID_TODAY,
                new CompleteFiling()
                        .link(CompleteFiling.patent(
                                "202121751980.0",
                                CompleteFiling.UNIT_NAME,
                                LegalStatus.LAPSED,
                                LocalDate.of(2021, 7, 15),
                                false)));
    }

    @Test
    @Tag("PF-32")
    void a_patent_is_held_by_the_unit_under_any_spelling_of_its_names() {
        var filedOn = LocalDate.of(2021, 7, 15);
        passes(
                SubmissionRules.EVERY_PATENT_IS_HELD_BY_THE_UNIT,
                new CompleteFiling()
                        .link(CompleteFiling.patent(
                                "202121751980.0", "中科 大数据研究院", LegalStatus.GRANTED, filedOn, true)));
        broken(
                        SubmissionRules.EVERY_PATENT_IS_HELD_BY_THE_UNIT,
                        new CompleteFiling()
                                .link(CompleteFiling.patent(
                                        "202121751980.0", "北京交通大学", LegalStatus.GRANTED, filedOn, true)))
                .containsExactly("/patents/1/patentId not-holder");
    }

    private static UnitPatent patent(LocalDate filedOn) {
        return CompleteFiling.patent("202121751980.0", CompleteFiling.UNIT_NAME, LegalStatus.GRANTED, filedOn, true);
    }
}
