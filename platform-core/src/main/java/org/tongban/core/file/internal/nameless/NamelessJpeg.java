package org.tongban.core.file.internal.nameless;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A JPEG with the segments that its picture needs and no others (ITU-T T.81); what follows its end goes too. */
final class NamelessJpeg {
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int RESTART_FIRST = 0xD0;
    private static final int RESTART_LAST = 0xD7;
    private static final int MARKER = 0xFF;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int at;

    private NamelessJpeg(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IOException where it is not one */
    static byte[] of(byte[] bytes) throws IOException {
        try {
            return new NamelessJpeg(bytes).walk();
        } catch (IndexOutOfBoundsException cutOff) {
            throw new IOException("a JPEG that is cut off", cutOff);
        }
    }

    private byte[] walk() throws IOException {
        if (marker() != BEGIN) {
            throw new IOException("no JPEG");
        }
        write(BEGIN);
        while (true) {
            int marker = marker();
            if (marker == END) {
                write(END);
                return kept.toByteArray();
            }
            int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            if (length < 2 || at + length > bytes.length) {
                throw new IOException("a segment of a JPEG that is cut off");
            }
            if (isKept(marker, length)) {
                write(marker);
                kept.write(bytes, at, length);
            }
            at += length;
            if (marker == SCAN) {
                scan();
            }
        }
    }

    private boolean isKept(int marker, int length) {
        if (marker == COMMENT) {
            return false;
        }
        boolean application = marker >= APP0 && marker <= APP15;
        // Colours need the profile and Adobe's word on how they are coded; JFIF's segment has the density.
        return !application || marker == APP0 || marker == APP14 || (marker == APP2 && isProfile(length));
    }

    private boolean isProfile(int length) {
        int from = at + 2;
        return length >= 2 + PROFILE.length
                && Arrays.equals(bytes, from, from + PROFILE.length, PROFILE, 0, PROFILE.length);
    }

    private int marker() throws IOException {
        if ((bytes[at] & 0xFF) != MARKER) {
            throw new IOException("no marker where one is due in a JPEG");
        }
        while ((bytes[at] & 0xFF) == MARKER) {
            at++;
        }
        return bytes[at++] & 0xFF;
    }

    /** Coded data runs to the next marker that is none of its own. */
    private void scan() {
        int from = at;
        while (true) {
            if ((bytes[at] & 0xFF) == MARKER) {
                int next = bytes[at + 1] & 0xFF;
                boolean own = next == 0 || (next >= RESTART_FIRST && next <= RESTART_LAST);
                if (!own && next != MARKER) {
                    break;
                }
                at += next == MARKER ? 1 : 2;
            } else {
                at++;
            }
        }
        kept.write(bytes, from, at - from);
    }

    private void write(int marker) {
        kept.write(MARKER);
        kept.write(marker);
    }
}
