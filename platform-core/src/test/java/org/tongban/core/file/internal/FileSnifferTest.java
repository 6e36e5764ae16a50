package org.tongban.core.file.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.FileType;

@Tag("CO-35")
class FileSnifferTest {
    private final FileSniffer sniffer = new FileSniffer();

    @Test
    void knows_each_type_by_its_first_bytes() {
        assertThat(sniffer.type(SampleFiles.png(1, 1))).contains(FileType.PNG);
        assertThat(sniffer.type(SampleFiles.jpeg(1, 1))).contains(FileType.JPEG);
        assertThat(sniffer.type(SampleFiles.bmp(1, 1))).contains(FileType.BMP);
        assertThat(sniffer.type(SampleFiles.pdf())).contains(FileType.PDF);
        assertThat(sniffer.type(SampleFiles.mp4("mp42"))).contains(FileType.MP4);
        assertThat(sniffer.type("number,title\n1,x\n".getBytes(StandardCharsets.UTF_8)))
                .contains(FileType.CSV);
    }

    @Test
    void takes_chinese_text_in_utf_8_and_gb18030_for_csv_even_where_the_head_cuts_a_character() {
        var text = "编号,名称\n1,新联铁集团股份有限公司\n".repeat(300);
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            var head = Arrays.copyOf(text.getBytes(charset), 4099);
            assertThat(sniffer.type(head)).as(charset.name()).contains(FileType.CSV);
        }
    }

    @Test
    void takes_text_that_begins_with_bm_for_text() {
        assertThat(sniffer.type("BM,number,title\nBM-1,1,some title of a product\n".getBytes(StandardCharsets.UTF_8)))
                .contains(FileType.CSV);
    }

    @Test
    @Tag("RL-11")
    void knows_nothing_that_no_slot_names_and_says_what_it_is() {
        assertThat(sniffer.type(SampleFiles.zip(0))).isEmpty();
        assertThat(sniffer.mediaType(SampleFiles.zip(0))).isEqualTo("application/zip");
        assertThat(sniffer.type(SampleFiles.ascii("<!DOCTYPE html><html><script>1</script></html>")))
                .isEmpty();
        assertThat(sniffer.mediaType(SampleFiles.ascii("GIF89a\1\0\1\0"))).isEqualTo("image/gif");
        assertThat(sniffer.type(SampleFiles.bytes('a', ',', 'b', 0, 'c'))).isEmpty();
        assertThat(sniffer.type(SampleFiles.bytes(0x81, 0x20, 0xff, 0xff, 0xfe, 0x81)))
                .isEmpty();
        assertThat(sniffer.type(new byte[0])).isEmpty();
    }

    @Test
    @Tag("RL-11")
    void does_not_take_heic_or_quicktime_for_mp4() {
        assertThat(sniffer.type(SampleFiles.mp4("heic"))).isEmpty();
        assertThat(sniffer.type(SampleFiles.mp4("qt  "))).isEmpty();
    }

    @Test
    @Tag("RL-11")
    void does_not_take_a_pdf_for_one_behind_other_bytes() {
        assertThat(sniffer.type(SampleFiles.join(SampleFiles.zip(0), SampleFiles.pdf())))
                .isEmpty();
    }
}
