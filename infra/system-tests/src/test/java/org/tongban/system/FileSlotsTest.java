package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.FileSlot;
import org.tongban.core.module.PlatformModule;

/** What each slot takes: types, bytes, how many, and how many pixels. */
@Tag("CO-35")
class FileSlotsTest {
    private static final long MEBIBYTE = 1 << 20;

    private static String text(FileSlot slot) {
        var types = slot.types().stream().sorted().map(type -> type.extensions().getFirst());
        var pixels = slot.minWidth() == 0 ? "" : " " + slot.minWidth() + "x" + slot.minHeight();
        return slot.id() + " " + types.collect(Collectors.joining(",")) + " " + slot.maxBytes() / MEBIBYTE + " "
                + slot.maxCount() + pixels;
    }

    @Test
    void every_slot_is_declared_as_it_was_asked_for() {
        var slots = ServiceLoader.load(PlatformModule.class).stream()
                .flatMap(module -> module.get().fileSlots().stream())
                .toList();
        assertThat(slots).allMatch(slot -> slot.maxBytes() % MEBIBYTE == 0);
        assertThat(slots.stream().map(FileSlotsTest::text))
                .containsExactlyInAnyOrder(
                        "identity/certificate png,bmp,jpg,pdf 5 1",
                        "identity/id-page jpg 5 1",
                        "identity/incorporation-page jpg 5 1",
                        "identity/stamped-proof png,jpg,pdf 5 3",
                        "membership/bank-statement csv,xml 20 1",
                        "membership/photo png,jpg 2 1 295x413",
                        "membership/scan png,jpg,pdf 5 5",
                        "platform/account-proof png,jpg,pdf 5 3",
                        "platform/content png,jpg,pdf,doc,docx,xls,xlsx 20 5",
                        "platform/csv-import csv 512 1",
                        "platform/notice png,jpg,pdf,doc,docx,xls,xlsx 20 5",
                        "platform/pdf-20 pdf 20 5",
                        "product-filing/certificate png,bmp,jpg,pdf 5 1",
                        "product-filing/objection png,jpg,pdf 5 5",
                        "product-filing/pdf-20 pdf 20 5",
                        "product-filing/picture png,bmp,jpg 5 10",
                        "product-filing/video mp4 20 3",
                        "sme/licence png,jpg,pdf 5 1",
                        "sme/report-attachment png,jpg,pdf,zip,rar,7z,doc,docx,xls,xlsx 50 1");
    }
}
