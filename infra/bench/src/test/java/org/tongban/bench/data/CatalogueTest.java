package org.tongban.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.reference.ReferenceSets;

class CatalogueTest {
    private static final Catalogue CATALOGUE = new Catalogue(10_000);

    @Test
    void makes_the_same_record_each_time() {
        assertThat(new Catalogue(10_000).item(417)).isEqualTo(CATALOGUE.item(417));
        assertThat(CATALOGUE.item(418)).isNotEqualTo(CATALOGUE.item(417));
    }

    @Test
    void gives_patents_numbers_that_the_platform_takes() {
        assertThat(IntStream.range(0, 2_000).mapToObj(CATALOGUE::patent))
                .allMatch(patent -> PatentNumber.parse(patent.number()) instanceof Parsed.Valid);
    }

    @Test
    void gives_units_credit_codes_without_a_flag() {
        assertThat(IntStream.range(2, 200).mapToObj(CATALOGUE::unit))
                .allMatch(unit -> UnifiedSocialCreditCode.parse(unit.uscc()) instanceof Parsed.Valid<?> valid
                        && valid.flags().isEmpty());
    }

    @Test
    void uses_codes_that_stand_in_the_reference_sets() {
        var sets = new ReferenceSets();
        Catalogue.codes().forEach((set, codes) -> assertThat(codes).allMatch(code -> sets.contains(set, code)));
    }

    @Test
    void files_later_products_later() {
        assertThat(CATALOGUE
                        .item(5_000)
                        .position()
                        .compareTo(CATALOGUE.item(4_000).position()))
                .isPositive();
    }

    @Test
    void repeats_no_number_of_a_patent_or_a_filing() {
        var numbers = new HashSet<String>();
        IntStream.range(0, 10_000).forEach(index -> {
            numbers.add(CATALOGUE.patent(index).number());
            numbers.add(CATALOGUE.item(index).number());
        });
        assertThat(numbers).hasSize(20_000);
    }

    @Test
    void draws_low_ranks_more_often() {
        var zipf = new Zipf(100, 1.0);
        var random = new SplittableRandom(1);
        var drawn = new int[100];
        for (int i = 0; i < 100_000; i++) {
            drawn[zipf.draw(random)]++;
        }
        assertThat(drawn[0]).isGreaterThan(5 * drawn[20]);
        assertThat(drawn[99]).isPositive();
    }
}
