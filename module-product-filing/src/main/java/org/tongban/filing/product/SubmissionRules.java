package org.tongban.filing.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.filing.patent.UnitPatent;
import org.tongban.filing.unit.UnitAssets;

/** What must hold beyond the forms' schemas when a filing is submitted (PF-31, PF-32, PF-34, PF-36; Fields 5). */
final class SubmissionRules {
    static final SubmissionRule THE_UNIT_HAS_GIVEN_ITS_FIGURES = SubmissionRules::assetsAreThere;
    static final SubmissionRule THE_FIGURES_ARE_OF_THE_DATA_YEAR = SubmissionRules::figuresAreOfTheDataYear;
    static final SubmissionRule SALES_ARE_WITHIN_THE_UNITS = withinUnit("sales", UnitAssets::productSales);
    static final SubmissionRule OUTPUT_VALUE_IS_WITHIN_THE_UNITS = withinUnit("outputValue", UnitAssets::outputValue);
    static final SubmissionRule TOTAL_COST_IS_WITHIN_THE_UNITS = withinUnit("totalCost", UnitAssets::totalCost);
    static final SubmissionRule IP_INVESTMENT_IS_WITHIN_THE_UNITS =
            withinUnit("ipInvestment", UnitAssets::ipInvestment);
    static final SubmissionRule IP_INVESTMENT_IS_WITHIN_THE_COST = within("ipInvestment", "totalCost");
    static final SubmissionRule EXPORTS_ARE_WITHIN_THE_SALES = within("exports", "sales");
    static final SubmissionRule EXPORTS_NAME_THEIR_PLACES = SubmissionRules::exportsNameTheirPlaces;
    static final SubmissionRule PRODUCTION_HAS_BEGUN = SubmissionRules::productionHasBegun;
    static final SubmissionRule THE_INVESTMENT_RATIO_IS_RIGHT = SubmissionRules::investmentRatioIsRight;
    static final SubmissionRule ALL_DECLARATIONS_ARE_MADE = SubmissionRules::allDeclarationsAreMade;
    static final SubmissionRule AT_LEAST_ONE_PATENT_IS_LINKED = SubmissionRules::atLeastOnePatentIsLinked;
    static final SubmissionRule NO_PATENT_IS_LINKED_TWICE = SubmissionRules::noPatentIsLinkedTwice;
    static final SubmissionRule EVERY_PATENT_IS_IN_THE_UNITS_LIST = SubmissionRules::everyPatentIsInTheList;
    static final SubmissionRule EVERY_PATENT_IS_VALID_TODAY = SubmissionRules::everyPatentIsValidToday;
    static final SubmissionRule EVERY_PATENT_IS_HELD_BY_THE_UNIT = SubmissionRules::everyPatentIsHeldByTheUnit;

    static final List<SubmissionRule> ALL = List.of(
            THE_UNIT_HAS_GIVEN_ITS_FIGURES,
            THE_FIGURES_ARE_OF_THE_DATA_YEAR,
            SALES_ARE_WITHIN_THE_UNITS,
            OUTPUT_VALUE_IS_WITHIN_THE_UNITS,
            TOTAL_COST_IS_WITHIN_THE_UNITS,
            IP_INVESTMENT_IS_WITHIN_THE_UNITS,
            IP_INVESTMENT_IS_WITHIN_THE_COST,
            EXPORTS_ARE_WITHIN_THE_SALES,
            EXPORTS_NAME_THEIR_PLACES,
            PRODUCTION_HAS_BEGUN,
            THE_INVESTMENT_RATIO_IS_RIGHT,
            ALL_DECLARATIONS_ARE_MADE,
            AT_LEAST_ONE_PATENT_IS_LINKED,
            NO_PATENT_IS_LINKED_TWICE,
            EVERY_PATENT_IS_IN_THE_UNITS_LIST,
            EVERY_PATENT_IS_VALID_TODAY,
            EVERY_PATENT_IS_HELD_BY_THE_UNIT,
            EvidenceRules.A_REGULATED_CATEGORY_NEEDS_A_LICENCE,
            EvidenceRules.A_CERTIFIED_CATEGORY_NEEDS_ITS_PROOF);

    private static final List<String> DECLARATIONS =
            List.of("legal-responsibility", "network-security-law", "all-patents-linked");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private SubmissionRules() {}

    /** Everything that breaks a rule. */
    static List<Violation> check(Submission submission) {
        return ALL.stream().flatMap(rule -> rule.check(submission).stream()).toList();
    }

    private static List<Violation> assetsAreThere(Submission submission) {
        return submission.assets().isPresent()
                ? List.of()
                : wrong(
                        "",
                        "asset-information-required",
                        "请先填写%d年度的资产信息。".formatted(submission.dataYear()),
                        "Enter the unit's figures of %d first.".formatted(submission.dataYear()));
    }

    private static List<Violation> figuresAreOfTheDataYear(Submission submission) {
        return submission
                .figuresYear()
                .filter(year -> year != submission.dataYear())
                .map(year -> wrong(
                        "/product",
                        "stale",
                        "数据是%d年度的，现须填报%d年度数据，请核对后确认。".formatted(year, submission.dataYear()),
                        "Its figures are of %d: confirm or correct them for %d."
                                .formatted(year, submission.dataYear())))
                .orElse(List.of());
    }

    private static SubmissionRule withinUnit(String field, Function<UnitAssets, BigDecimal> figure) {
        return submission -> {
            var limit = submission.assets().map(figure);
            var amount = submission.amount(field);
            return limit.isPresent() && amount.isPresent() && amount.get().compareTo(limit.get()) > 0
                    ? wrong(
                            "/product/" + field,
                            "above-unit",
                            "不得超过单位%d年度的相应总额。".formatted(submission.dataYear()),
                            "Must not exceed the unit's own figure of %d.".formatted(submission.dataYear()))
                    : List.of();
        };
    }

    private static SubmissionRule within(String field, String limiting) {
        return submission -> {
            var limit = submission.amount(limiting);
            var amount = submission.amount(field);
            return limit.isPresent() && amount.isPresent() && amount.get().compareTo(limit.get()) > 0
                    ? wrong(
                            "/product/" + field,
                            "above-" + ("sales".equals(limiting) ? "sales" : "total-cost"),
                            "sales".equals(limiting) ? "不得超过产品销售额。" : "不得超过产品总成本。",
                            "sales".equals(limiting)
                                    ? "Must not exceed the product's sales."
                                    : "Must not exceed the product's total cost.")
                    : List.of();
        };
    }

    private static List<Violation> exportsNameTheirPlaces(Submission submission) {
        var exported = submission.amount("exports").filter(amount -> amount.signum() > 0);
        var named = submission.hasEntries("exportPlaces") || submission.hasEntries("exportPlaceOther");
        return exported.isPresent() && !named
                ? wrong("/product/exportPlaces", "required", "有出口额的产品须填写出口地。", "Say where the product is exported to.")
                : List.of();
    }

    private static List<Violation> productionHasBegun(Submission submission) {
        var year = submission.product().path("firstProductionYear");
        return year.isInt() && year.intValue() > submission.today().getYear()
                ? wrong("/product/firstProductionYear", "future", "首次生产年份不得晚于今年。", "Must not lie in the future.")
                : List.of();
    }

    /** The first way: index = 100 × investment / cost × K, to two places, at most 100 (Fields 5.1). */
    private static List<Violation> investmentRatioIsRight(Submission submission) {
        if (!submission
                .text("contributionMethod")
                .filter("investment-ratio"::equals)
                .isPresent()) {
            return List.of();
        }
        var cost = submission.amount("totalCost");
        var investment = submission.amount("ipInvestment");
        var factor = submission.amount("contributionK");
        var index = submission.amount("contributionIndex");
        var violations = new ArrayList<Violation>();
        if (cost.isPresent() && cost.get().signum() == 0) {
            violations.addAll(wrong("/product/totalCost", "positive", "按投入占比测算时总成本须大于0。", "Must be more than 0."));
        }
        if (factor.isPresent() && factor.get().signum() == 0) {
            violations.addAll(wrong("/product/contributionK", "positive", "系数K须大于0。", "K must be more than 0."));
        }
        if (violations.isEmpty()
                && cost.isPresent()
                && investment.isPresent()
                && factor.isPresent()
                && index.isPresent()) {
            var expected = HUNDRED.multiply(investment.get())
                    .multiply(factor.get())
                    .divide(cost.get(), 2, RoundingMode.HALF_UP)
                    .min(HUNDRED);
            if (expected.subtract(index.get()).abs().compareTo(TOLERANCE) > 0) {
                var text = expected.toPlainString();
                violations.addAll(wrong(
                        "/product/contributionIndex",
                        "formula",
                        "按知识产权投入÷总成本×K计算应为" + text + "。",
                        "By investment / cost × K it is " + text + "."));
            }
        }
        return List.copyOf(violations);
    }

    private static List<Violation> allDeclarationsAreMade(Submission submission) {
        var made = new HashSet<String>();
        submission.product().path("declarations").forEach(declaration -> made.add(declaration.asText()));
        return made.containsAll(DECLARATIONS)
                ? List.of()
                : wrong("/product/declarations", "required", "三项声明均须确认。", "All three declarations are to be made.");
    }

    private static List<Violation> atLeastOnePatentIsLinked(Submission submission) {
        return submission.links().isEmpty()
                ? wrong("/patents", "min-items", "至少关联一件专利。", "Link one patent at least.")
                : List.of();
    }

    private static List<Violation> noPatentIsLinkedTwice(Submission submission) {
        var seen = new HashSet<UUID>();
        return submission.links().stream()
                .filter(link ->
                        link.patent().isPresent() && !seen.add(link.patent().get()))
                .map(link -> violation(link.pointer(), "duplicate", "该专利已关联，不能重复。", "This patent is linked already."))
                .toList();
    }

    private static List<Violation> everyPatentIsInTheList(Submission submission) {
        return submission.links().stream()
                .filter(link ->
                        link.patent().isPresent() && submission.patent(link).isEmpty())
                .map(link -> violation(
                        link.pointer(),
                        "unknown-patent",
                        "本单位的专利列表中没有该专利。",
                        "It is not in the unit's list of patents."))
                .toList();
    }

    private static List<Violation> everyPatentIsValidToday(Submission submission) {
        return eachPatent(
                submission,
                patent -> patent.mayBeLinkedOn(submission.today()),
                "not-valid",
                new Title("该专利今日已不是有效专利。", "This patent is not valid today."));
    }

    private static List<Violation> everyPatentIsHeldByTheUnit(Submission submission) {
        return eachPatent(
                submission,
                submission::isHeldByUnit,
                "not-holder",
                new Title("本单位不是该专利的专利权人。", "The unit does not hold this patent."));
    }

    private static List<Violation> eachPatent(
            Submission submission, Predicate<UnitPatent> holds, String code, Title message) {
        return submission.links().stream()
                .filter(link -> submission.patent(link).filter(holds.negate()).isPresent())
                .map(link -> new Violation(link.pointer(), code, message))
                .toList();
    }

    private static List<Violation> wrong(String pointer, String code, String zh, String en) {
        return List.of(violation(pointer, code, zh, en));
    }

    private static Violation violation(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Title(zh, en));
    }
}
