package org.tongban.core.file.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

@Tag("CO-36")
class ByteRangeTest {
    @Test
    void reads_one_range_of_any_kind() {
        assertThat(ByteRange.in("bytes=0-", 100)).contains(new ByteRange(0, 99));
        assertThat(ByteRange.in("bytes=10-19", 100)).contains(new ByteRange(10, 19));
        assertThat(ByteRange.in("Bytes=90-500", 100)).contains(new ByteRange(90, 99));
        assertThat(ByteRange.in("bytes=-5", 100)).contains(new ByteRange(95, 99));
        assertThat(ByteRange.in("bytes=-500", 100)).contains(new ByteRange(0, 99));
        assertThat(ByteRange.in("bytes=5-" + "9".repeat(40), 100)).contains(new ByteRange(5, 99));
        assertThat(ByteRange.in("bytes=-" + "9".repeat(40), 100)).contains(new ByteRange(0, 99));
    }

    @Test
    void serves_all_where_the_header_makes_no_sense() {
        for (var header :
                new String[] {"bytes=9-3", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes", ""}) {
            assertThat(ByteRange.in(header, 100)).as(header).isEmpty();
        }
        assertThat(ByteRange.in(null, 100)).isEmpty();
    }

    @Test
    void refuses_a_range_that_holds_no_byte_and_says_how_long_the_file_is() {
        for (var header : new String[] {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=" + "9".repeat(40) + "-"}) {
            assertThatThrownBy(() -> ByteRange.in(header, 100))
                    .as(header)
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(CoreError.RANGE_NOT_SATISFIABLE);
                        assertThat(refusal.members()).isEqualTo(Map.of("size", 100L));
                    });
        }
    }
}
