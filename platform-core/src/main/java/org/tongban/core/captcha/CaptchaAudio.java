package org.tongban.core.captcha;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import net.logicsquad.nanocaptcha.audio.Sample;

/** Speaks digits in English by the recordings of Nanocaptcha: voices change, pauses too, and there is noise all along. */
final class CaptchaAudio {
    private static final String VOICES = "abcdefg";
    private static final int RATE = (int) Sample.SC_AUDIO_FORMAT.getSampleRate();
    private static final double SHORTEST_PAUSE = 0.35;
    private static final double LONGEST_PAUSE = 0.8;
    private static final int NOISE = 900;

    private final SplittableRandom random;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

    private CaptchaAudio(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A WAV; the same digits and seed give the same bytes. */
    static byte[] speak(String digits, long seed) {
        return new CaptchaAudio(seed).wav(digits);
    }

    private byte[] wav(String digits) {
        try {
            pause();
            for (int i = 0; i < digits.length(); i++) {
                var voice = VOICES.charAt(random.nextInt(VOICES.length()));
                var recording = new Sample("/sounds/en/numbers/%c_%c.wav".formatted(digits.charAt(i), voice));
                try (var spoken = recording.getAudioInputStream()) {
                    add(spoken.readAllBytes());
                }
                pause();
            }
            var file = new ByteArrayOutputStream();
            var frames = sound.size() / Sample.SC_AUDIO_FORMAT.getFrameSize();
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(sound.toByteArray()), Sample.SC_AUDIO_FORMAT, frames),
                    AudioFileFormat.Type.WAVE,
                    file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pause() {
        var samples = (int) (RATE * random.nextDouble(SHORTEST_PAUSE, LONGEST_PAUSE));
        add(new byte[samples * Short.BYTES]);
    }

    /** Adds 16-bit samples, the noise over them. */
    private void add(byte[] samples) {
        var out = ByteBuffer.allocate(samples.length).order(ByteOrder.LITTLE_ENDIAN);
        var in = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= Short.BYTES) {
            var loud = in.getShort() + random.nextInt(-NOISE, NOISE + 1);
            out.putShort((short) Math.clamp(loud, Short.MIN_VALUE, Short.MAX_VALUE));
        }
        sound.write(out.array(), 0, out.position());
    }
}
