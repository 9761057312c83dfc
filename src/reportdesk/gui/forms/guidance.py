# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'guidance.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel,
    QSizePolicy, QTextBrowser, QToolButton, QVBoxLayout)

class Ui_Guidance(object):
    def setupUi(self, Guidance):
        if not Guidance.objectName():
            Guidance.setObjectName(u"Guidance")
        self.outer = QVBoxLayout(Guidance)
        self.outer.setSpacing(4)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 8, 12, 8)
        self.head_row = QHBoxLayout()
        self.head_row.setObjectName(u"head_row")
        self.heading = QLabel(Guidance)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.heading.sizePolicy().hasHeightForWidth())
        self.heading.setSizePolicy(sizePolicy)

        self.head_row.addWidget(self.heading)

        self.manual = QToolButton(Guidance)
        self.manual.setObjectName(u"manual")
        self.manual.setAutoRaise(True)
        self.manual.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.head_row.addWidget(self.manual)

        self.close = QToolButton(Guidance)
        self.close.setObjectName(u"close")
        self.close.setAutoRaise(True)
        self.close.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.head_row.addWidget(self.close)


        self.outer.addLayout(self.head_row)

        self.text = QTextBrowser(Guidance)
        self.text.setObjectName(u"text")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)

        self.outer.addWidget(self.text)


        self.retranslateUi(Guidance)

        QMetaObject.connectSlotsByName(Guidance)
    # setupUi

    def retranslateUi(self, Guidance):
        self.manual.setText(QCoreApplication.translate("Guidance", u"\u624b\u518c", None))
#if QT_CONFIG(tooltip)
        self.manual.setToolTip(QCoreApplication.translate("Guidance", u"\u624b\u518c\u91cc\u8bb2\u8fd9\u91cc\u7684\u4e00\u9875\uff08Ctrl+F1\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.close.setText(QCoreApplication.translate("Guidance", u"\u6536\u8d77", None))
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("Guidance", u"\u6536\u8d77\u586b\u5199\u8bf4\u660e\uff08F1\uff09", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("Guidance", u"\u586b\u5199\u8bf4\u660e", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

