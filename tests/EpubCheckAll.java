import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Checks EPUB files; prints a line for each error or warning, and one for a file that has none. */
public class EpubCheckAll {
    private static final EnumSet<Severity> COUNTED = EnumSet.of(Severity.FATAL, Severity.ERROR, Severity.WARNING);

    private static class Report extends DefaultReportImpl {
        final List<String> messages = new ArrayList<>();

        Report(String file) {
            super(file);
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... given) {
            if (COUNTED.contains(message.getSeverity())) {
                String said = message.getID() + " " + location.getPath() + ": " + message.getMessage(given);
                messages.add(said.replaceAll("\\s+", " "));
            }
        }
    }

    public static void main(String[] files) {
        Arrays.stream(files).parallel().forEach(file -> {
            Report report = new Report(file);
            int done = new EpubCheck(new File(file), report).doValidate();
            if (done == 0 && report.messages.isEmpty()) {
                report.messages.add("valid");
            }
            synchronized (System.out) {
                report.messages.forEach(message -> System.out.println(file + "\t" + message));
            }
        });
    }
}
