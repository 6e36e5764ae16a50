package org.tongban.filing;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}
