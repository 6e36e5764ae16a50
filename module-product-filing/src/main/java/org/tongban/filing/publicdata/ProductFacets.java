package org.tongban.filing.publicdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollection.Choice;
import org.tongban.core.publicdata.PublicCollection.Facet;
import org.tongban.core.reference.ReferenceSets;

/**
 * The filters of the public search, which stand as tokens beside the grams of the text (PF-70); that of the year is made by
 * the database, from its column.
 */
public final class ProductFacets {
    /** What is in publicity together. */
    public static final Title ENDING = new Title("正在公示", "In publicity now");

    static final String STATE = "state";
    static final String YEAR = "year";
    static final String INDUSTRY = "industry";
    static final String PROVINCE = "province";

    /** A division's code begins with its province's. */
    private static final int PROVINCE_DIGITS = 2;

    private ProductFacets() {}

    /** The filters as they are declared. */
    public static List<Facet> declared() {
        var sets = new ReferenceSets();
        return List.of(
                new Facet(
                        STATE,
                        new Title("状态", "State"),
                        Stream.of(PublicState.values())
                                .map(state -> new Choice(state.code(), state.title()))
                                .toList()),
                new Facet(YEAR, new Title("数据年度", "Data year"), List.of(), Pattern.compile("[0-9]{4}")),
                new Facet(INDUSTRY, new Title("所属行业", "Industry"), IndustrySections.choices(sets)),
                new Facet(PROVINCE, new Title("所在地区", "Province"), provinces(sets)));
    }

    static String state(String state) {
        return "s:" + state;
    }

    static String industry(String section) {
        return "i:" + section;
    }

    /** The province of a division by its code, which may be in no list: the two digits stand for it all the same. */
    static String province(String division) {
        return "p:" + division.substring(0, Math.min(PROVINCE_DIGITS, division.length()));
    }

    private static List<Choice> provinces(ReferenceSets sets) {
        return sets.list("division", "", null).stream()
                .map(entry -> new Choice(entry.code().substring(0, PROVINCE_DIGITS), entry.title()))
                .toList();
    }

    /** The tokens of chosen filters; a value that no product has finds nothing. */
    static List<String> asked(Map<String, String> chosen) {
        var tokens = new ArrayList<String>();
        add(tokens, "s:", chosen.get(STATE));
        add(tokens, "y:", chosen.get(YEAR));
        add(tokens, "i:", chosen.get(INDUSTRY));
        add(tokens, "p:", chosen.get(PROVINCE));
        return tokens;
    }

    private static void add(List<String> tokens, String prefix, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            tokens.add(prefix + value);
        }
    }
}
