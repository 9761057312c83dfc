# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout)

class Ui_Preview(object):
    def setupUi(self, Preview):
        if not Preview.objectName():
            Preview.setObjectName(u"Preview")
        self.outer = QVBoxLayout(Preview)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(12, 8, 12, 8)
        self.count = QLabel(Preview)
        self.count.setObjectName(u"count")

        self.bar.addWidget(self.count)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.gap)

        self.whole_page = QPushButton(Preview)
        self.whole_page.setObjectName(u"whole_page")
        self.whole_page.setAutoDefault(False)

        self.bar.addWidget(self.whole_page)

        self.page_width = QPushButton(Preview)
        self.page_width.setObjectName(u"page_width")
        self.page_width.setAutoDefault(False)

        self.bar.addWidget(self.page_width)

        self.farther = QPushButton(Preview)
        self.farther.setObjectName(u"farther")
        self.farther.setMaximumSize(QSize(40, 16777215))
        self.farther.setAutoDefault(False)

        self.bar.addWidget(self.farther)

        self.nearer = QPushButton(Preview)
        self.nearer.setObjectName(u"nearer")
        self.nearer.setMaximumSize(QSize(40, 16777215))
        self.nearer.setAutoDefault(False)

        self.bar.addWidget(self.nearer)

        self.export_word = QPushButton(Preview)
        self.export_word.setObjectName(u"export_word")
        self.export_word.setAutoDefault(False)

        self.bar.addWidget(self.export_word)

        self.export_pdf = QPushButton(Preview)
        self.export_pdf.setObjectName(u"export_pdf")
        self.export_pdf.setAutoDefault(False)

        self.bar.addWidget(self.export_pdf)

        self.print_pages = QPushButton(Preview)
        self.print_pages.setObjectName(u"print_pages")
        self.print_pages.setAutoDefault(False)

        self.bar.addWidget(self.print_pages)

        self.close_preview = QPushButton(Preview)
        self.close_preview.setObjectName(u"close_preview")
        self.close_preview.setAutoDefault(False)

        self.bar.addWidget(self.close_preview)


        self.outer.addLayout(self.bar)

        self.scroll = QScrollArea(Preview)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        self.outer.addWidget(self.scroll)


        self.retranslateUi(Preview)

        QMetaObject.connectSlotsByName(Preview)
    # setupUi

    def retranslateUi(self, Preview):
        Preview.setWindowTitle(QCoreApplication.translate("Preview", u"\u9884\u89c8", None))
        self.whole_page.setText(QCoreApplication.translate("Preview", u"\u6574\u9875", None))
#if QT_CONFIG(tooltip)
        self.whole_page.setToolTip(QCoreApplication.translate("Preview", u"\u4e00\u5c4f\u770b\u4e00\u6574\u9875\uff08Ctrl+0\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.page_width.setText(QCoreApplication.translate("Preview", u"\u9875\u5bbd", None))
#if QT_CONFIG(tooltip)
        self.page_width.setToolTip(QCoreApplication.translate("Preview", u"\u6491\u6ee1\u7a97\u53e3\u7684\u5bbd\uff08Ctrl+1\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.farther.setText(QCoreApplication.translate("Preview", u"\uff0d", None))
#if QT_CONFIG(accessibility)
        self.farther.setAccessibleName(QCoreApplication.translate("Preview", u"\u7f29\u5c0f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.farther.setToolTip(QCoreApplication.translate("Preview", u"\u7f29\u5c0f\uff08Ctrl+-\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.nearer.setText(QCoreApplication.translate("Preview", u"\uff0b", None))
#if QT_CONFIG(accessibility)
        self.nearer.setAccessibleName(QCoreApplication.translate("Preview", u"\u653e\u5927", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.nearer.setToolTip(QCoreApplication.translate("Preview", u"\u653e\u5927\uff08Ctrl++\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.export_word.setText(QCoreApplication.translate("Preview", u"\u5bfc\u51fa Word\u2026", None))
        self.export_pdf.setText(QCoreApplication.translate("Preview", u"\u5bfc\u51fa PDF\u2026", None))
        self.print_pages.setText(QCoreApplication.translate("Preview", u"\u6253\u5370\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_pages.setToolTip(QCoreApplication.translate("Preview", u"\u6253\u5370\uff08Ctrl+P\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.close_preview.setText(QCoreApplication.translate("Preview", u"\u5173\u95ed", None))
    # retranslateUi

