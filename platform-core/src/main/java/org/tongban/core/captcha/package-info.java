/** Captchas: a picture with an audio form, answered once, before anything is sent for who is not signed in (CO-25). */
@NullMarked
package org.tongban.core.captcha;

import org.jspecify.annotations.NullMarked;
