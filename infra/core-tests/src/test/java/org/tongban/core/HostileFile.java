package org.tongban.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that mean harm, made when they are needed so that none lies in the repository. */
final class HostileFile {
    static final byte[] SCRIPT = ascii("<script>alert(1)</script>");
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private HostileFile() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] bytes(int... values) {
        var out = new byte[values.length];
        for (var at = 0; at < values.length; at++) {
            out[at] = (byte) values[at];
        }
        return out;
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    static byte[] deflated(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] png(int width, int height, byte[]... chunks) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(bytes(8, 0, 0, 0, 0));
        return join(
                SIGNATURE,
                chunk("IHDR", header.array()),
                join(chunks),
                chunk("IDAT", deflated(new byte[64])),
                chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return join(number(data.length), ascii(type), data, number((int) crc.getValue()));
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] jpeg(int width, int height, byte[]... segments) {
        return join(
                bytes(0xff, 0xd8),
                join(segments),
                bytes(0xff, 0xc0, 0, 11, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0),
                bytes(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9));
    }

    /** EXIF whose only entry points to a directory with a latitude of 31. */
    static byte[] position() {
        var tiff = ByteBuffer.allocate(64);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26);
        tiff.putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 2)
                .putShort((short) 5)
                .putInt(1)
                .putInt(56);
        tiff.putInt(56, 0x1F1F1F1F).putInt(60, 1);
        var content = join(ascii("Exif\0\0"), tiff.array());
        return join(bytes(0xff, 0xe1, 0, content.length + 2), content);
    }

    static byte[] bmp(int width, int height) {
        var out = ByteBuffer.allocate(118).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("BM"))
                .putInt(118)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height);
        return out.array();
    }

    static byte[] pdf(String objects) {
        return ascii("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + objects
                + "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
    }

    static byte[] mp4() {
        return join(
                box("ftyp", join(ascii("isom"), number(512))),
                box("moov", box("mvhd", new byte[100])),
                box("mdat", new byte[100]));
    }

    private static byte[] box(String type, byte[] content) {
        return join(number(content.length + 8), ascii(type), content);
    }

    static byte[] zip(byte[] content, String... names) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** An archive of one stored entry with this many zeros, before and behind them. */
    static byte[][] around(int zeros) {
        var crc = new CRC32();
        var piece = new byte[1 << 16];
        for (var left = zeros; left > 0; left -= piece.length) {
            crc.update(piece, 0, Math.min(left, piece.length));
        }
        var common = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        common.putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0);
        common.putInt((int) crc.getValue()).putInt(zeros).putInt(zeros).putShort((short) 1);
        var before = join(ascii("PK\u0003\u0004"), common.array(), bytes(0, 0, 'a'));
        var directory = join(ascii("PK\u0001\u0002"), bytes(20, 3), common.array(), new byte[16], bytes('a'));
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.put(ascii("PK\u0005\u0006")).putInt(0).putShort((short) 1).putShort((short) 1);
        end.putInt(directory.length).putInt(before.length + zeros).putShort((short) 0);
        return new byte[][] {before, join(directory, end.array())};
    }
}
