package org.tongban.core.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.internal.Findings;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;

/** What a slot asks of a file (CO-35, CO-36): its type, as found and as announced, and the size of a picture. */
final class SlotRules {
    private SlotRules() {}

    /** Refuses what can be none of the slot's types; {@code found} is what it is called then. */
    static void refuseOthers(Set<FileType> possible, String found, FileSlot slot) {
        if (possible.stream().noneMatch(slot.types()::contains)) {
            throw notAllowed(found, slot);
        }
    }

    /** Passes the last judgement on a sound file, whose type is known by now. */
    static FileType accepted(Set<FileType> possible, @Nullable String announced, Findings findings, FileSlot slot) {
        var type = findings.type() == null ? possible.iterator().next() : findings.type();
        if (!slot.types().contains(type)) {
            throw notAllowed(type.mediaType(), slot);
        }
        refuseLie(announced, Set.of(type));
        if (findings.width() > 0 && (findings.width() < slot.minWidth() || findings.height() < slot.minHeight())) {
            throw tooSmall(findings, slot);
        }
        return type;
    }

    /** Only a type that could be right can be a lie: what clients send for want of a better one says nothing. */
    static void refuseLie(@Nullable String announced, Set<FileType> possible) {
        if (announced == null) {
            return;
        }
        var type = announced.toLowerCase(Locale.ROOT);
        var truth = possible.stream().anyMatch(found -> type.equals(found.mediaType()))
                // A system with Excel calls a table of text so.
                || possible.contains(FileType.CSV) && type.equals(FileType.XLS.mediaType());
        if (truth
                || !type.startsWith("multipart/")
                        && Arrays.stream(FileType.values()).noneMatch(known -> type.equals(known.mediaType()))) {
            return;
        }
        var found = possible.iterator().next().mediaType();
        throw DomainException.of(FileError.FILE_TYPE_NOT_ALLOWED)
                .withDetail(new Title(
                        "请求声明为 %s，内容却是 %s。".formatted(announced, found),
                        "The request says %s, the content is %s.".formatted(announced, found)))
                .with("found", found);
    }

    private static DomainException notAllowed(String found, FileSlot slot) {
        var wanted = slot.types().stream().map(FileType::mediaType).sorted().toList();
        // Who chose the file knows formats by how names end; programs read the members.
        var endings = slot.types().stream()
                .map(type -> type.extensions().getFirst().toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
        return DomainException.of(FileError.FILE_TYPE_NOT_ALLOWED)
                .withDetail(new Title(
                        "文件的内容不是此处接受的格式（%s），请另选一个文件。".formatted(String.join("、", endings)),
                        "The file is of none of the formats taken here (%s): choose another."
                                .formatted(String.join(", ", endings))))
                .with("found", found)
                .with("accepted", wanted);
    }

    private static DomainException tooSmall(Findings picture, FileSlot slot) {
        return DomainException.of(FileError.PICTURE_TOO_SMALL)
                .withDetail(new Title(
                        "图片为 %d × %d 像素，至少需要 %d × %d 像素。"
                                .formatted(picture.width(), picture.height(), slot.minWidth(), slot.minHeight()),
                        "The picture has %d × %d pixels; it needs at least %d × %d."
                                .formatted(picture.width(), picture.height(), slot.minWidth(), slot.minHeight())))
                .with("width", picture.width())
                .with("height", picture.height())
                .with("minWidth", slot.minWidth())
                .with("minHeight", slot.minHeight());
    }
}
