package org.tongban.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.DomainException;

@Tag("CO-35")
class FileNameTest {
    @Test
    void keeps_a_chinese_name_as_written() {
        assertThat(FileName.of("经济效益证明.pdf", FileType.PDF).value()).isEqualTo("经济效益证明.pdf");
    }

    @Test
    @Tag("RL-11")
    void drops_paths_and_characters_that_hide_or_turn_text() {
        assertThat(FileName.of("../../etc/passwd", FileType.PDF).value()).isEqualTo("passwd.pdf");
        assertThat(FileName.of("C:\\temp\\a\0b.png", FileType.PNG).value()).isEqualTo("ab.png");
        assertThat(FileName.of("photo\u202Egnp.exe", FileType.PNG).value()).isEqualTo("photognp.exe.png");
        assertThat(FileName.of("a\"; x=\r\nSet-Cookie: b.pdf", FileType.PDF).value())
                .doesNotContain("\r", "\n", "\"", ":");
        assertThat(FileName.of("...", FileType.JPEG).value()).isEqualTo("file.jpg");
    }

    @Test
    void ends_as_files_of_its_type_do() {
        assertThat(FileName.of("page.html", FileType.PNG).value()).isEqualTo("page.html.png");
        assertThat(FileName.of("photo.JPEG", FileType.JPEG).value()).isEqualTo("photo.JPEG");
        assertThat(FileName.of("", FileType.CSV).value()).isEqualTo("file.csv");
    }

    @Test
    void is_never_longer_than_120_characters_and_keeps_its_ending() {
        var name = FileName.of("图".repeat(300) + ".pdf", FileType.PDF).value();
        assertThat(name).hasSize(120).endsWith("图.pdf");
        assertThat(FileName.of("x" + "😀".repeat(100) + ".pdf", FileType.PDF).value())
                .hasSize(119)
                .endsWith("😀.pdf");
    }

    @Test
    void reads_the_name_that_a_header_gives() {
        assertThat(FileName.inDisposition("attachment; filename=\"a.pdf\"; filename*=UTF-8''%E8%AF%81%E6%98%8E.pdf"))
                .contains("证明.pdf");
        assertThat(FileName.inDisposition("attachment; filename=\"a b.pdf\"")).contains("a b.pdf");
        assertThat(FileName.inDisposition("attachment")).isEmpty();
        assertThatThrownBy(() -> FileName.inDisposition("attachment; filename*=UTF-8''%E8%A"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FileError.FILE_NAME_INVALID));
    }

    @Test
    @Tag("CO-36")
    void is_served_in_ascii_with_the_true_name_beside_it() {
        assertThat(new FileName("证明 1.pdf").disposition(false))
                .isEqualTo("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E8%AF%81%E6%98%8E%201.pdf");
    }
}
