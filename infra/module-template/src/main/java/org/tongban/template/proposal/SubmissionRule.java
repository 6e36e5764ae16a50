package org.tongban.template.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * What must hold when a proposal is submitted, beyond its form's schema. A rule is not asked about fields that are not
 * there: that they are missing is the schema's to say.
 */
enum SubmissionRule {
    THE_FIRST_YEAR_IS_NOT_OVER(
            "/firstYear",
            "past",
            "开始年份不能早于今年。",
            "The first year is over.",
            (proposal, thisYear) -> proposal.path("firstYear").asInt(thisYear) >= thisYear),
    THE_LAST_YEAR_IS_NOT_BEFORE_THE_FIRST(
            "/lastYear",
            "before-first-year",
            "结束年份不能早于开始年份。",
            "The last year is before the first.",
            (proposal, thisYear) -> !proposal.has("firstYear")
                    || !proposal.has("lastYear")
                    || proposal.path("lastYear").asInt()
                            >= proposal.path("firstYear").asInt());

    private final Violation violation;
    private final BiPredicate<JsonNode, Integer> holds;

    SubmissionRule(String pointer, String code, String zh, String en, BiPredicate<JsonNode, Integer> holds) {
        this.violation = new Violation(pointer, code, new Title(zh, en));
        this.holds = holds;
    }

    /** What breaks the rules, all of it. */
    static List<Violation> check(JsonNode proposal, int thisYear) {
        return Stream.of(values())
                .filter(rule -> !rule.holds.test(proposal, thisYear))
                .map(rule -> rule.violation)
                .toList();
    }
}
