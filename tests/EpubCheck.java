import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks each EPUB that it is given; a line for each message: the file, a tab, the message; or the word "valid". */
class EpubCheckRunner {
    static class Report extends DefaultReportImpl {
        final List<String> messages = new ArrayList<>();

        Report(String name) {
            super(name);
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... args) {
            if (message.getSeverity() != Severity.SUPPRESSED && message.getSeverity() != Severity.USAGE
                    && message.getSeverity() != Severity.INFO) {
                messages.add(message.getID() + " " + location + " " + message.getMessage(args));
            }
        }
    }

    public static void main(String[] files) {
        Arrays.stream(files).parallel().forEach(file -> {
            Report report = new Report(file);
            int done = new EpubCheck(new File(file), report).doValidate();
            List<String> said = report.messages.isEmpty() && done == 0 ? List.of("valid") : report.messages;
            synchronized (System.out) {
                said.forEach(message -> System.out.println(file + "\t" + message.replaceAll("\\s+", " ")));
            }
        });
    }

}
