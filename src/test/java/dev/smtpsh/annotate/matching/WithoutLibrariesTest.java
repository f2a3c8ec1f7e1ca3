package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Explainer;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** At run time a code is explained without YAML and without regular expressions: smtpsh alone suffices. */
class WithoutLibrariesTest {
    @Test
    void a_code_is_explained_where_no_library_can_be_found() throws Exception {
        URL own = Explainer.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("org.snakeyaml.engine.v2.api.Load"));
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("com.google.re2j.Pattern"));
            Object annotator = alone.loadClass(ShippedRules.class.getName())
                    .getMethod("annotator")
                    .invoke(null);
            Class<?> explainer = alone.loadClass(Explainer.class.getName());
            Object explained = explainer
                    .getMethod("explain", String.class)
                    .invoke(explainer.getConstructors()[0].newInstance(annotator), "550");
            assertTrue(explained.toString().contains("code-550-rcpt"));
        }
    }
}
